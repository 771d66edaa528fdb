import { plain } from '../../../answer/document.ts';
import { pick } from '../../../answer/pick.ts';
import type { ProcedureId } from '../../../catalogue/vocabulary.ts';
import type { Identifier } from '../../../understand/identifiers.ts';
import { decideIntent, isOutOfScope, type Place, type Understood } from '../../../understand/understand.ts';
import { unreachable } from '../../../unreachable.ts';
import type { Extras } from '../../deliver/open.ts';
import type { Content } from '../../deps.ts';
import type { Reader } from '../../screens/screen.ts';
import { pathTo } from '../procedure/index.ts';
import { pathWithoutCarrier, resolveProcedure } from '../procedure/resolve.ts';

export type ResolvedWords = Extras & { path: string };

/**
 * Finds the screen for plain words, and what to say and offer with it.
 * @param words a message that is no command
 * @param place how sure one must be there
 * @returns undefined where it is not clear enough what is meant
 */
export function resolveWords(content: Content, reader: Reader, words: string, place: Place): ResolvedWords | undefined {
	const identifier = content.findIdentifier(words);
	if (identifier) {
		return resolveIdentifier(content, reader, identifier);
	}
	const understood = content.understand(words);
	const { carrier, isBareName } = understood;
	if (carrier && isBareName) {
		return { path: `/carriers/${carrier}/` };
	}
	const intent = decideIntent(understood, place);
	return intent && resolveIntent(content, reader, intent, understood);
}

/** The three likeliest to choose from, where it is not clear what is meant; undefined where nothing of ours is. */
export function resolveUnclear(content: Content, reader: Reader, words: string): ResolvedWords | undefined {
	const understood = content.understand(words);
	if (isOutOfScope(understood)) {
		return undefined;
	}
	const buttons = buttonsFor(content, reader, understood.nearest, understood.carrier);
	return { path: '/', notice: plain(reader.t('notice.nearest')), buttons };
}

function resolveIntent(content: Content, reader: Reader, intent: ProcedureId, understood: Understood): ResolvedWords {
	const { carrier, form, also } = understood;
	const buttons = buttonsFor(content, reader, also, carrier);
	if (!carrier) {
		return { path: pathWithoutCarrier(content, reader, intent), buttons };
	}
	const { path, ...extras } = resolveProcedure(content, reader, intent, carrier);
	const forms = content.catalogue.formsToAsk(carrier, intent);
	const exact = form && forms.includes(form) ? `${path}${form}/` : path;
	return { path: exact, ...extras, buttons };
}

type Buttons = NonNullable<Extras['buttons']>;

function buttonsFor(
	content: Content,
	{ locale, t }: Reader,
	intents: readonly ProcedureId[],
	carrier: string | undefined,
): Buttons {
	const names = content.catalogue.carrier(carrier ?? '')?.names;
	return intents.map((intent) => {
		const known = carrier !== undefined && content.catalogue.procedure(carrier, intent) !== undefined;
		const button = t(`procedure.${intent}.button`);
		return known && names
			? { text: t('answer.title', { carrier: pick(names, locale), procedure: button }), path: `/${intent}/${carrier}/` }
			: { text: button, path: pathTo(content.catalogue, intent) };
	});
}

/** Explains a number or a setting that was pasted instead of a question. */
export function resolveIdentifier(
	{ catalogue }: Content,
	{ locale, t }: Reader,
	identifier: Identifier,
): ResolvedWords {
	switch (identifier.kind) {
		case 'iccid':
			return { path: '/identify-carrier/iccid/', notice: plain(t('identifier.iccid')) };
		case 'apn':
			return { path: `/identify-carrier/apn/${identifier.value}/` };
		case 'phone': {
			const { number } = identifier;
			const carriers = catalogue.carriers.filter(({ id }) => identifier.carriers.includes(id));
			const names = carriers.map((carrier) => pick(carrier.names, locale));
			const notice = plain(t('identifier.phone', { number, carriers: new Intl.ListFormat(locale).format(names) }));
			const [only, ...others] = carriers;
			if (only && others.length === 0) {
				return { path: `/contact-support/${only.id}/`, notice };
			}
			const buttons = carriers.map(({ id }, index) => ({ text: names[index] ?? id, path: `/contact-support/${id}/` }));
			return { path: '/contact-support/', notice, buttons };
		}
		default:
			return unreachable(identifier);
	}
}
