import type { Problem } from '../problem.ts';
import { type TranslationFile, translationPath } from '../translations.ts';
import { entriesByFile, textsOf } from '../walk.ts';
import type { Rule } from './rule.ts';

/** Finds translations of what does not stand in the file any more. */
export function createTranslationsRule(): Rule {
	return {
		name: 'translations',
		description: 'Every translation is of a text that stands in its file in English.',
		check: (knowledge) => {
			const english = new Map(
				entriesByFile(knowledge).map(({ file, entry }) => [file, new Set(textsOf(entry).map(({ text }) => text.en))]),
			);
			return knowledge.translations.flatMap((translation) => idle(translation, english.get(translation.of)));
		},
	};
}

function idle({ locale, of, texts }: TranslationFile, english: ReadonlySet<string> | undefined): Problem[] {
	const file = translationPath(locale, of);
	if (!english) {
		const remedy = 'Name it as the file that it translates, or remove it.';
		return [{ file, place: '', wrong: 'translates no file of the knowledge', value: of, remedy }];
	}
	return [...texts.keys()]
		.filter((text) => !english.has(text))
		.map((value) => ({
			file,
			place: '',
			wrong: `${of} has no such English text (any more)`,
			value,
			remedy: 'Translate the text that stands there now, or remove this one.',
		}));
}
