import { createCompose } from '../answer/compose.ts';
import { answerToDocument } from '../answer/layout.ts';
import { paginate } from '../answer/paginate.ts';
import { renderText } from '../answer/render-text.ts';
import { MAX_PAGES } from '../bot/features/procedure/answer-screen.ts';
import { createCatalogue } from '../catalogue/catalogue.ts';
import type { Knowledge } from '../catalogue/load.ts';
import type { Problem } from '../catalogue/problem.ts';
import type { Rule } from '../catalogue/rules/rule.ts';
import type { I18n } from '../i18n/i18n.ts';

/** https://core.telegram.org/bots/api#sendmessage */
const MAX_TEXT = 4096;

/**
 * Renders every answer in every language as the bot does. It is no rule of the catalogue because it needs the texts of
 * the interface.
 */
export function createRenderedRule(i18n: I18n, today: string): Rule {
	return {
		name: 'rendered',
		description: "Every answer, rendered in every language, keeps Telegram's limits.",
		check: (knowledge) => i18n.locales.flatMap(({ id }) => checkLanguage(knowledge, i18n, { locale: id, today })),
	};
}

function checkLanguage(
	knowledge: Knowledge,
	i18n: I18n,
	{ locale, today }: { locale: string; today: string },
): Problem[] {
	const compose = createCompose(createCatalogue(knowledge));
	const t = i18n.translator(locale);
	return knowledge.carriers.flatMap(({ id, procedures }) =>
		[...procedures].flatMap(([procedure, { file, place }]) => {
			const answer = compose({ procedure, carrier: id, locale }, today);
			const pages = answer ? paginate(answerToDocument(answer, t)).map((page) => renderText(page).text.length) : [];
			const fits = pages.length > 0 && pages.length <= MAX_PAGES && pages.every((length) => length <= MAX_TEXT);
			const wrong = `too long in ${locale}: ${MAX_PAGES} messages of ${MAX_TEXT} characters do not hold it`;
			const remedy = 'Shorten the steps and traps, or leave out the least of the methods and myths.';
			return fits ? [] : [{ file, place, wrong, value: pages.join(' + '), remedy }];
		}),
	);
}
