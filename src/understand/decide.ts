import type { Intent } from '../catalogue/vocabulary.ts';
import { BALANCES } from './balance.ts';
import type { Understood } from './understand.ts';

/**
 * What to do with a text: answer at once, offer a choice of up to three, or stay silent (in a group) and say kindly that
 * this is none of ours (in private).
 */
export type Outcome =
	| { kind: 'answer'; intent: Intent }
	| { kind: 'offer'; intents: readonly Intent[] }
	| { kind: 'silence' };

/** Where somebody asks: in a group one must be surer. */
export type ChatKind = 'private' | 'group';

/**
 * A text is answered if it is not too far out of scope, and one intent leads the others clearly enough. Who names one of
 * our carriers may tell a longer story. A wrong answer costs more than a tap on an offer, and in a group it disturbs
 * everybody. `npm run bench:understand` shows what other numbers do.
 */
const ANSWER = {
	private: { outOfScope: 0.18, outOfScopeWithCarrier: 0.34, confidence: 0.48 },
	group: { outOfScope: 0.18, outOfScopeWithCarrier: 0.25, confidence: 0.5 },
} as const;

/** Further out of scope than this, not even a choice is offered. */
const OFFER = { outOfScope: 0.75, outOfScopeWithCarrier: 0.88 } as const;

const SUSPICIOUS = 'suspicious-message';
const OFFERED = 3;
/** Where a fraud wants somebody to look: its message is about money, and a line that stops. */
const HARMFUL: readonly Intent[] = ['pay-bill', 'check-bill', 'lost-or-stopped', 'cancel', 'top-up', 'renew'];

/** Decides what to do. @param chat where it was asked; an offer is made only to who spoke to the bot, whatever the chat */
export function decide(understood: Understood, chat: ChatKind): Outcome {
	const { carrier, intent, confidence, outOfScope, keywords } = understood;
	if (keywords.suspicious || (keywords.doubts && intent === SUSPICIOUS)) {
		return { kind: 'answer', intent: SUSPICIOUS };
	}
	if (keywords.nothing) {
		return { kind: 'offer', intents: ['cancel'] };
	}
	if (
		keywords.balance === 'either' &&
		!keywords.prepaid &&
		carrier === undefined &&
		intent &&
		BALANCES.includes(intent)
	) {
		return { kind: 'offer', intents: BALANCES };
	}
	const limit = ANSWER[chat];
	const isOurs = outOfScope <= (carrier === undefined ? limit.outOfScope : limit.outOfScopeWithCarrier);
	if (!keywords.doubts && isOurs && intent !== undefined && confidence >= limit.confidence && mayAnswer(understood)) {
		return { kind: 'answer', intent };
	}
	const isNear = outOfScope <= (carrier === undefined ? OFFER.outOfScope : OFFER.outOfScopeWithCarrier);
	const intents = offered(understood);
	return isNear && intents.length > 0 ? { kind: 'offer', intents } : { kind: 'silence' };
}

/** Whatever may be a fraud leads first to the guide about that, and never to paying. */
function offered({ nearest, keywords }: Understood): Intent[] {
	const others = nearest.filter((id) => !keywords.doubts || !HARMFUL.includes(id));
	const intents = keywords.doubts ? [SUSPICIOUS, ...others.filter((id) => id !== SUSPICIOUS)] : others;
	return intents.slice(0, OFFERED) as Intent[];
}

/** Paying is never guessed: the text must speak of it. Ending a contract needs a word for that before this is reached. */
function mayAnswer({ intent, keywords }: Understood): boolean {
	return intent !== 'pay-bill' || keywords.payment || keywords.pays || keywords.channel !== undefined;
}
