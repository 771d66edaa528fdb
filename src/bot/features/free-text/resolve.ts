import { plain } from '../../../answer/document.ts';
import type { ProcedureId } from '../../../catalogue/vocabulary.ts';
import { balanceOf } from '../../../understand/balance.ts';
import type { Iccid } from '../../../understand/iccid.ts';
import type { Identifier } from '../../../understand/identifiers.ts';
import type { Reading } from '../../../understand/reading.ts';
import { type ChatKind, decideIntent, isOutOfScope, type Understood } from '../../../understand/understand.ts';
import type { Extras } from '../../deliver/extra-buttons.ts';
import type { Content } from '../../deps.ts';
import {
	ANY_PHONE,
	answerPath,
	carrierPath,
	IDENTIFY,
	NEAREST,
	NOTHING_RUNS,
	procedurePath,
	WHICH_BALANCE,
} from '../../paths.ts';
import type { Asker } from '../../screens/screen.ts';
import { ownCards } from '../procedure/card-tabs.ts';
import { pathTo } from '../procedure/index.ts';
import { type Resolved, resolveProcedure, resolveWithoutCarrier } from '../procedure/resolve.ts';
import { resolvePaying } from './paying.ts';

/**
 * Finds the screen for a message that is no command.
 * @param chat where it was asked: in a group one must be surer
 * @returns undefined where it is not clear enough what is meant
 */
export function resolveReading(content: Content, asker: Asker, reading: Reading, chat: ChatKind): Resolved | undefined {
	const { identifier, understood } = reading;
	if (identifier) {
		return resolveIdentifier(content, asker, identifier);
	}
	const { carrier, isBareName, keywords } = understood;
	if (carrier && isBareName) {
		return { path: carrierPath(carrier) };
	}
	if (keywords.nothing) {
		return chat === 'private' ? { path: NOTHING_RUNS } : undefined;
	}
	const intent = decideIntent(understood, chat);
	return (
		resolvePaying(content, asker, understood, chat) ??
		(intent && resolveBalance(content, asker, understood)) ??
		(intent && resolveIntent(content, asker, intent, understood))
	);
}

/**
 * What is shown to who spoke to the bot and is not clear: the carrier's menu where one is named, or else the three
 * likeliest to choose from; undefined where nothing of ours is. How to end a contract is never guessed.
 */
export function offerNearest(content: Content, asker: Asker, { understood }: Reading): Resolved | undefined {
	const { carrier, keywords, nearest } = understood;
	if (keywords.nothing) {
		return { path: NOTHING_RUNS };
	}
	if (carrier !== undefined) {
		const name = content.catalogue.nameOf(carrier, asker.locale);
		return { path: carrierPath(carrier), notice: plain(asker.t('notice.carrierOnly', { carrier: name })) };
	}
	if (isOutOfScope(understood)) {
		return undefined;
	}
	const guesses = nearest.filter((id) => id !== 'cancel');
	return { path: NEAREST, buttons: buttonsFor(content, asker, guesses, carrier) };
}

/** Where neither the words nor a saved card tell which balance is meant, it is asked. */
function resolveBalance(
	content: Content,
	asker: Asker,
	{ carrier, keywords, procedure }: Understood,
): Resolved | undefined {
	const isUnclear = keywords.balance === 'either' && !keywords.prepaid && carrier === undefined;
	if (!isUnclear || (procedure !== 'check-data' && procedure !== 'check-bill')) {
		return undefined;
	}
	const own = ownCards(asker)[0]?.carrier ?? asker.group?.carrier;
	return own === undefined
		? { path: WHICH_BALANCE }
		: resolveWithoutCarrier(content, asker, balanceOf(content.catalogue, own));
}

function resolveIntent(content: Content, asker: Asker, procedure: ProcedureId, understood: Understood): Resolved {
	const { carrier, form, also } = understood;
	const buttons = buttonsFor(content, asker, also, carrier);
	if (!carrier) {
		return { ...resolveWithoutCarrier(content, asker, procedure), buttons };
	}
	return { ...resolveProcedure(content, asker, { procedure, carrier, ...(form ? { form } : {}) }), buttons };
}

type Buttons = NonNullable<Extras['buttons']>;

function buttonsFor(
	{ catalogue }: Content,
	{ locale, t }: Asker,
	procedures: readonly ProcedureId[],
	carrier: string | undefined,
): Buttons {
	return procedures.map((procedure) => {
		const button = t(`procedure.${procedure}.button`);
		if (carrier === undefined || !catalogue.procedure(carrier, procedure)) {
			return { text: button, path: pathTo(catalogue, procedure) };
		}
		const text = t('answer.title', { carrier: catalogue.nameOf(carrier, locale), procedure: button });
		return { text, path: answerPath({ procedure, carrier }) };
	});
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
