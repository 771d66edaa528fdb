import type { Content } from '../bot/deps.ts';
import { offerNearest, resolveReading } from '../bot/features/free-text/resolve.ts';
import type { Resolved } from '../bot/features/procedure/resolve.ts';
import { NOTHING_RUNS, WHICH_BALANCE } from '../bot/paths.ts';
import { INTENTS, type Intent, isOneOf, PROCEDURES } from '../catalogue/vocabulary.ts';
import { BASE_LOCALE } from '../i18n/read-locales.ts';
import { BALANCES } from '../understand/balance.ts';
import { decide } from '../understand/decide.ts';

/** What the bot does with a text: the procedure or the guide that it answers with, or else the buttons that it offers. */
export type Asked = {
	procedure: string | null;
	guide: string | null;
	carrier: string | null;
	/** From 0 to 1, as the classifier gives it. */
	confidence: number;
	offered: readonly string[];
};

type Question = { text: string; lang?: string | undefined; today: string };

/** Asks as in a private chat of somebody without a card, through the same code as the bot. */
export function outcomeOf(content: Content, { text, lang, today }: Question): Asked {
	const locale = content.i18n.find(lang ?? BASE_LOCALE) ?? BASE_LOCALE;
	const asker = { locale, t: content.i18n.translator(locale) };
	const reading = content.interpret(text, { locale, today });
	const { carrier, confidence } = reading.understood;
	const answer = resolveReading(content, asker, reading, 'private');
	const offer = answer ? undefined : offerNearest(content, asker, reading);
	const outcome = decide(reading.understood, 'private');
	const known = outcome.kind === 'answer' && isOneOf(PROCEDURES, outcome.intent) ? outcome.intent : null;
	return {
		...(answer ? answeredBy(answer, known) : { procedure: null, guide: null, offered: offer ? offeredBy(offer) : [] }),
		carrier: carrier ?? null,
		confidence: Math.round(confidence * 1000) / 1000,
	};
}

/** The intent that is answered in a group where nobody called the bot to it; undefined where it stays silent. */
export function answeredInGroup({ understand }: Pick<Content, 'understand'>, text: string): Intent | undefined {
	const outcome = decide(understand(text), 'group');
	return outcome.kind === 'answer' ? outcome.intent : undefined;
}

/**
 * A page of choices answers nothing by itself: then its buttons are what is offered.
 * @param known what was asked, where the carrier's menu says that nothing is known of it there
 */
function answeredBy(answer: Resolved, known: string | null): Pick<Asked, 'procedure' | 'guide' | 'offered'> {
	const [, first = '', second = ''] = answer.path.split('/');
	if (isOneOf(PROCEDURES, first)) {
		return { procedure: first, guide: null, offered: [] };
	}
	if (first === 'check') {
		return { procedure: null, guide: 'suspicious-message', offered: [] };
	}
	if ((first === 'guide' || first === 'pay') && second !== '') {
		return { procedure: null, guide: second, offered: [] };
	}
	const isUnknownThere = first === 'carriers' && known !== null;
	return { procedure: isUnknownThere ? known : null, guide: null, offered: isUnknownThere ? [] : offeredBy(answer) };
}

/** The screens that ask back have their choice themselves; all others get it as buttons. */
function offeredBy({ path, buttons = [] }: Resolved): string[] {
	switch (path) {
		case WHICH_BALANCE:
			return [...BALANCES];
		case NOTHING_RUNS:
			return ['cancel'];
		default:
			return buttons.flatMap((button) => {
				const names = 'path' in button ? button.path.split('/') : [];
				return names.find((name) => isOneOf(INTENTS, name)) ?? [];
			});
	}
}
