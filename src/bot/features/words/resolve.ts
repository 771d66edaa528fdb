import { plain } from '../../../answer/document.ts';
import { pick } from '../../../answer/pick.ts';
import type { ProcedureId } from '../../../catalogue/vocabulary.ts';
import { isForeign, wishFor } from '../../../understand/threshold.ts';
import type { Understood } from '../../../understand/understand.ts';
import type { Extras } from '../../deliver.ts';
import type { Content } from '../../deps.ts';
import type { View } from '../../menu/screen.ts';
import { pathTo } from '../procedure/index.ts';
import { resolveProcedure } from '../procedure/resolve.ts';
import { resolveRecognised } from './recognised.ts';

type Reader = Pick<View, 'locale' | 't'>;
export type ResolvedWords = Extras & {
	path: string;
	/** It could not be told what was meant. */
	isMiss?: boolean;
};

/**
 * Finds the screen for plain words in a private chat, and what to say and offer with it.
 * @param words a message that is no command
 */
export function resolveWords(content: Content, reader: Reader, words: string): ResolvedWords {
	const recognised = content.recognise(words);
	if (recognised) {
		return resolveRecognised(content, reader, recognised);
	}
	const understood = content.understand(words);
	const { carrier, isBareName } = understood;
	if (carrier && isBareName) {
		return { path: `/carriers/${carrier}/` };
	}
	const wish = wishFor(understood, 'private');
	return wish ? resolveWish(content, reader, wish, understood) : resolveUnclear(content, reader, understood);
}

function resolveWish(content: Content, reader: Reader, wish: ProcedureId, understood: Understood): ResolvedWords {
	const { carrier, form, also } = understood;
	if (!carrier) {
		return { path: pathTo(content.catalogue, wish), buttons: buttonsFor(content, reader, also, undefined) };
	}
	const { path, ...extras } = resolveProcedure(content, reader, wish, carrier);
	const forms = content.catalogue.formsToAsk(carrier, wish);
	const exact = form && forms.includes(form) ? `${path}${form}/` : path;
	return { path: exact, ...extras, buttons: buttonsFor(content, reader, also, carrier) };
}

/** Not for us is said kindly; not sure is answered with the three likeliest. */
function resolveUnclear(content: Content, reader: Reader, understood: Understood): ResolvedWords {
	if (isForeign(understood)) {
		return { path: '/', notice: plain(reader.t('notice.notForUs')), isMiss: true };
	}
	const buttons = buttonsFor(content, reader, understood.nearest, understood.carrier);
	return { path: '/', notice: plain(reader.t('notice.nearest')), buttons, isMiss: true };
}

type Buttons = NonNullable<Extras['buttons']>;

function buttonsFor(
	content: Content,
	{ locale, t }: Reader,
	wishes: readonly ProcedureId[],
	carrier: string | undefined,
): Buttons {
	const names = content.catalogue.carrier(carrier ?? '')?.names;
	return wishes.map((wish) => {
		const known = carrier !== undefined && content.catalogue.procedure(carrier, wish) !== undefined;
		const button = t(`procedure.${wish}.button`);
		return known && names
			? { text: t('answer.title', { carrier: pick(names, locale), procedure: button }), path: `/${wish}/${carrier}/` }
			: { text: button, path: pathTo(content.catalogue, wish) };
	});
}
