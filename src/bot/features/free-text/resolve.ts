import { plain } from '../../../answer/document.ts';
import { GUIDES, type GuideId, isOneOf, PROCEDURES, type ProcedureId } from '../../../catalogue/vocabulary.ts';
import { BALANCES, balanceOf } from '../../../understand/balance.ts';
import { type ChatKind, decide } from '../../../understand/decide.ts';
import type { Iccid } from '../../../understand/iccid.ts';
import type { Identifier } from '../../../understand/identifiers.ts';
import type { Reading } from '../../../understand/reading.ts';
import type { Understood } from '../../../understand/understand.ts';
import type { Content } from '../../deps.ts';
import {
	ANY_PHONE,
	answerPath,
	carrierPath,
	guidePath,
	IDENTIFY,
	LANGUAGES,
	NEAREST,
	NOTHING_RUNS,
	procedurePath,
	smallTalkPath,
	WHICH_BALANCE,
} from '../../paths.ts';
import type { Asker } from '../../screens/screen.ts';
import { resolveIfMessage } from '../check/resolve.ts';
import { ownCards } from '../procedure/card-tabs.ts';
import { type Resolved, resolveProcedure, resolveWithoutCarrier } from '../procedure/resolve.ts';
import { intentButtons } from './intent-buttons.ts';
import { resolvePaying } from './paying.ts';

/**
 * Finds the screen for a message that is no command, where it is answered at once.
 * @param chat where it was asked: in a group one must be surer
 * @returns undefined where it is not clear enough what is meant
 */
export function resolveReading(content: Content, asker: Asker, reading: Reading, chat: ChatKind): Resolved | undefined {
	const { identifier, understood } = reading;
	if (identifier) {
		return resolveIdentifier(content, asker, identifier);
	}
	const pasted = looksPasted(reading.text) ? resolveNotice(content, asker, reading) : undefined;
	if (pasted) {
		return pasted;
	}
	const { carrier, isBareName, keywords } = understood;
	const { smallTalk } = keywords;
	// Who names no carrier and asks what to buy has nothing yet that an answer would be about.
	if (smallTalk === 'code' || (smallTalk === 'choice' && carrier === undefined)) {
		return { path: smallTalkPath(smallTalk) };
	}
	if (carrier && isBareName) {
		return { path: carrierPath(carrier) };
	}
	const outcome = decide(understood, chat);
	const intent = outcome.kind === 'answer' ? outcome.intent : undefined;
	const message = intent === 'suspicious-message' ? resolveIfMessage(content, asker, reading) : undefined;
	return (
		message ??
		(intent && isOneOf(GUIDES, intent) ? resolveGuide(content, asker, intent, understood) : undefined) ??
		resolvePaying(content, asker, understood, intent) ??
		(intent && isOneOf(PROCEDURES, intent) ? resolveProcedureIntent(content, asker, intent, understood) : undefined)
	);
}

/** Several lines, a heading in Japanese brackets, a customer who is addressed, or nothing but addresses. */
function looksPasted(text: string): boolean {
	return (
		/\n.*\S|【|お客(?:様|さま)|dear customer/iu.test(text) || text.split(/\s+/).every((word) => /^https?:/i.test(word))
	);
}

/** A message from a carrier that was pasted without a word about it, or a link alone. */
function resolveNotice(content: Content, asker: Asker, { text, today }: Reading): Resolved | undefined {
	return resolveIfMessage(content, asker, { text, today }, ({ carriers, links, notice, fake }) => {
		const isOne = carriers.length > 0 && (notice !== undefined || fake !== undefined);
		return isOne || (links.length > 0 && !/\s/.test(text.trim()));
	});
}

/**
 * What is offered to who spoke to the bot and is not clear: up to three intents to choose from; undefined where nothing
 * of ours is near. Where only the carrier is clear, its menu opens. How to end a contract is never guessed.
 */
export function offerNearest(content: Content, asker: Asker, { text, understood }: Reading): Resolved | undefined {
	const { carrier, keywords } = understood;
	if (keywords.nothing) {
		return { path: NOTHING_RUNS };
	}
	if (keywords.smallTalk) {
		return { path: smallTalkPath(keywords.smallTalk) };
	}
	if (content.i18n.isForeign(text)) {
		return resolveForeign(content, asker, carrier);
	}
	const outcome = decide(understood, 'private');
	const intents = outcome.kind === 'offer' ? outcome.intents : [];
	if (intents === BALANCES) {
		return resolveBalance(content, asker);
	}
	const buttons = intentButtons(content, asker, intents, carrier);
	if (carrier === undefined) {
		return buttons.length > 0 ? { path: NEAREST, buttons } : undefined;
	}
	// Its menu holds all that is known there, so nobody needs a way out of the guesses.
	const name = content.catalogue.nameOf(carrier, asker.locale);
	return { path: carrierPath(carrier), notice: plain(asker.t('notice.carrierOnly', { carrier: name })), buttons };
}

/** In every language that most visitors read a little of. */
const TOLD_IN = ['en', 'ja'] as const;

/** A language that the bot does not speak: the choice of those that it does, or the menu of the carrier that is named. */
function resolveForeign({ i18n }: Content, { t }: Asker, carrier: string | undefined): Resolved {
	const notice = plain(TOLD_IN.map((locale) => i18n.translator(locale)('notice.foreign')).join(' · '));
	return carrier === undefined
		? { path: LANGUAGES, notice }
		: { path: carrierPath(carrier), notice, buttons: [{ text: t('button.language'), path: LANGUAGES }] };
}

/** Where neither the words nor a saved card tell which balance is meant, it is asked. */
function resolveBalance(content: Content, asker: Asker): Resolved {
	const own = ownCards(asker)[0]?.carrier ?? asker.group?.carrier;
	return own === undefined
		? { path: WHICH_BALANCE }
		: resolveWithoutCarrier(content, asker, balanceOf(content.catalogue, own));
}

function resolveProcedureIntent(
	content: Content,
	asker: Asker,
	procedure: ProcedureId,
	{ carrier, form, also }: Understood,
): Resolved {
	const buttons = intentButtons(content, asker, also, carrier);
	if (!carrier) {
		return { ...resolveWithoutCarrier(content, asker, procedure), buttons };
	}
	return { ...resolveProcedure(content, asker, { procedure, carrier, ...(form ? { form } : {}) }), buttons };
}

/** A guide, and below it what else may be meant of the carrier that is named. */
function resolveGuide(content: Content, asker: Asker, id: GuideId, { carrier }: Understood): Resolved | undefined {
	const guide = content.catalogue.guide(id);
	if (!guide) {
		return undefined;
	}
	const support =
		carrier && id === 'suspicious-message' ? intentButtons(content, asker, ['contact-support'], carrier) : [];
	return { path: guidePath(guide), buttons: support };
}

/** Explains a number or a setting that was pasted instead of a question. */
function resolveIdentifier({ catalogue }: Content, { locale, t }: Asker, identifier: Identifier): Resolved {
	switch (identifier.kind) {
		case 'iccid':
			return resolveIccid(identifier, t);
		case 'apn':
			return { path: `${IDENTIFY}apn/${identifier.value}/` };
		case 'phone': {
			const procedure = 'contact-support';
			const buttons = catalogue.carriers
				.filter(({ id }) => identifier.carriers.includes(id))
				.map(({ id }) => ({ text: catalogue.nameOf(id, locale), path: answerPath({ procedure, carrier: id }) }));
			const carriers = new Intl.ListFormat(locale).format(buttons.map(({ text }) => text));
			const notice = plain(t('identifier.phone', { number: identifier.number, carriers }));
			const [only, ...others] = buttons;
			return only && others.length === 0
				? { path: only.path, notice }
				: { path: procedurePath(procedure), notice, buttons };
		}
	}
}

/** The carriers that fit, or else what to do instead. */
function resolveIccid({ prefix, isJapanese }: Iccid, t: Asker['t']): Resolved {
	if (prefix) {
		return { path: `${IDENTIFY}iccid/${prefix}/`, notice: plain(t('identifier.iccid')) };
	}
	return isJapanese
		? { path: IDENTIFY, notice: plain(t('identifier.iccidUnknown')) }
		: { path: ANY_PHONE, notice: plain(t('identifier.iccidForeign')) };
}
