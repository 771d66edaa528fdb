import type { Knowledge } from './load.ts';
import type { Problem } from './problem.ts';
import { createAliasesRule } from './rules/aliases.ts';
import { createChangedPagesRule } from './rules/changed-pages.ts';
import { createChineseScriptsRule } from './rules/chinese-scripts.ts';
import { createChineseWordsRule } from './rules/chinese-words.ts';
import { createColonsRule } from './rules/colons.ts';
import { createConfidenceRule } from './rules/confidence.ts';
import { EXCEPTIONS, type Exception } from './rules/exceptions.ts';
import { createFormsRule } from './rules/forms.ts';
import { createHeadingsRule } from './rules/headings.ts';
import { createHoursRule } from './rules/hours.ts';
import { createJapaneseScriptRule } from './rules/japanese-script.ts';
import { createKoreanRule } from './rules/korean.ts';
import { createLanguagesRule } from './rules/languages.ts';
import { createLengthRule } from './rules/length.ts';
import { createLinksRule } from './rules/links.ts';
import { createNumbersRule } from './rules/numbers.ts';
import { createNumbersAgreeRule } from './rules/numbers-agree.ts';
import { createQuotationMarksRule } from './rules/quotation-marks.ts';
import { createReplacedByRule } from './rules/replaced-by.ts';
import type { Rule } from './rules/rule.ts';
import { createSecretsRule } from './rules/secrets.ts';
import { createSourcesRule } from './rules/sources.ts';
import { createTranslationsRule } from './rules/translations.ts';
import { createVietnameseRule } from './rules/vietnamese.ts';
import { translationPath } from './translations.ts';

export type CheckOptions = {
	/** The day of the check, as 2026-11-15. */
	today: string;
	/** Languages in which every text must be written. */
	locales?: readonly string[];
	/** Languages that the bot speaks too, but in which texts may be missing. */
	optionalLocales?: readonly string[];
	/** Rules that need more than the knowledge, like one that renders every answer. */
	extraRules?: readonly Rule[];
	exceptions?: readonly Exception[];
};

/** All rules of this folder, in the order in which their problems are reported. */
export function createAllRules({ today, locales, optionalLocales }: CheckOptions): Rule[] {
	return [
		createLanguagesRule(locales, optionalLocales),
		createJapaneseScriptRule(),
		createChineseScriptsRule(),
		createChineseWordsRule(),
		createKoreanRule(),
		createVietnameseRule(),
		createLinksRule(),
		createSourcesRule(today),
		createNumbersRule(),
		createNumbersAgreeRule(),
		createAliasesRule(),
		createSecretsRule(),
		createReplacedByRule(),
		createFormsRule(),
		createConfidenceRule(),
		createHoursRule(),
		createLengthRule(),
		createHeadingsRule(),
		createQuotationMarksRule(),
		createColonsRule(),
		createChangedPagesRule(),
		createTranslationsRule(),
	];
}

/**
 * Applies all rules to the knowledge.
 * @returns everything that is wrong, including exceptions that are not needed any more
 */
export function checkKnowledge(knowledge: Knowledge, options: CheckOptions): Problem[] {
	const rules = [...createAllRules(options), ...(options.extraRules ?? [])];
	const exceptions = options.exceptions ?? EXCEPTIONS;
	const found = findProblems(knowledge, rules).map((one) => ({
		...one,
		problem: inTranslation(one.problem, knowledge),
	}));
	const silences = (exception: Exception, { rule, problem }: FoundProblem): boolean =>
		exception.rule === rule && exception.file === problem.file && exception.place === problem.place;
	return [
		...found.filter((one) => !exceptions.some((exception) => silences(exception, one))).map(({ problem }) => problem),
		...exceptions.filter((exception) => !found.some((one) => silences(exception, one))).map(unneeded),
	];
}

/** What is wrong with a translation is put right in its own file. */
function inTranslation(problem: Problem, { translations }: Knowledge): Problem {
	const found = translations.find(({ locale, of }) => of === problem.file && problem.place.endsWith(`.${locale}`));
	return found ? { ...problem, file: translationPath(found.locale, found.of) } : problem;
}

/** A problem, and the name of the rule that found it. */
export type FoundProblem = { rule: string; problem: Problem };

/** Applies rules, without any exceptions. */
export function findProblems(knowledge: Knowledge, rules: readonly Rule[]): FoundProblem[] {
	return rules.flatMap((rule) => rule.check(knowledge).map((problem) => ({ rule: rule.name, problem })));
}

function unneeded({ rule, file, place }: Exception): Problem {
	const remedy = 'Remove it from src/catalogue/rules/exceptions.ts.';
	return { file, place, wrong: 'Unnecessary exception', value: rule, remedy };
}
