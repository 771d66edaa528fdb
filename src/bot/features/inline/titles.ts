import { nameKey } from '../../../understand/names.ts';
import type { Content } from '../../deps.ts';
import { titleOf } from '../procedure/title.ts';

/**
 * The way back from an answer's title, in any language, to its path. A shared answer is found by its title, which
 * whoever shares it can read before it is sent.
 */
export function createTitles({ catalogue, i18n }: Content): (words: string) => string | undefined {
	let paths: ReadonlyMap<string, string> | undefined;
	const index = (): Map<string, string> =>
		new Map(
			i18n.locales.flatMap(({ id: locale }) => {
				const reader = { locale, t: i18n.translator(locale) };
				return catalogue.carriers.flatMap(({ id: carrier }) =>
					catalogue
						.procedures(carrier)
						.flatMap((procedure) =>
							[undefined, ...catalogue.formsToAsk(carrier, procedure)].map((form): [string, string] => [
								nameKey(titleOf(catalogue, { procedure, carrier, ...(form ? { form } : {}) }, reader)),
								`/${procedure}/${carrier}/${form ? `${form}/` : ''}`,
							]),
						),
				);
			}),
		);
	return (words) => {
		// Nobody shares in the first second, and a start should not wait for it.
		paths ??= index();
		return paths.get(nameKey(words));
	};
}
