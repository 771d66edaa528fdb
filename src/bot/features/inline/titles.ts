import { nameKey } from '../../../understand/names.ts';
import type { Content } from '../../deps.ts';
import { answerPath, type Topic } from '../../paths.ts';
import { answerTitle } from '../procedure/titles.ts';

/**
 * The way back from an answer's title, in any language, to its path. A shared answer is found by its title, which
 * whoever shares it can read before it is sent.
 */
export function createTitles({ catalogue, i18n }: Content): (words: string) => string | undefined {
	const topics = (): Topic[] =>
		catalogue.carriers.flatMap(({ id: carrier }) =>
			catalogue
				.procedures(carrier)
				.flatMap((procedure) => [
					{ procedure, carrier },
					...catalogue.formsToAsk(carrier, procedure).map((form) => ({ procedure, carrier, form })),
				]),
		);
	const index = (): Map<string, string> =>
		new Map(
			i18n.locales.flatMap(({ id: locale }) => {
				const reader = { locale, t: i18n.translator(locale) };
				return topics().map((topic): [string, string] => [
					nameKey(answerTitle(catalogue, topic, reader)),
					answerPath(topic),
				]);
			}),
		);
	let paths: ReadonlyMap<string, string> | undefined;
	return (words) => {
		// Nobody shares in the first second, and a start should not wait for it.
		paths ??= index();
		return paths.get(nameKey(words));
	};
}
