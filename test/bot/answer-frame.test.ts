import { describe, expect, test } from 'vitest';
import { renderText } from '../../src/answer/render-text.ts';
import { parseAnswerPath } from '../../src/bot/paths.ts';
import { content } from '../support/nokori.ts';
import { type DrawnScreen, drawEverything } from '../support/screens.ts';

/** As wide as a phone of today shows a text, with the letters that it begins with. */
const COLUMNS = 38;
const WIDE =
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uff60]|\p{Emoji_Presentation}/u;

const screens = await drawEverything();
const { catalogue, i18n } = content();
const answers = screens.filter(({ path }) => {
	const topic = parseAnswerPath(path);
	return topic && catalogue.procedure(topic.carrier, topic.procedure) && !/\/(?:\d|more)\/$/.test(path);
});

function width(text: string): number {
	return [...text].reduce((sum, character) => sum + (WIDE.test(character) ? 2 : 1), 0);
}

/** How many lines a paragraph takes: words stay whole, wide letters break anywhere. */
function linesOf(paragraph: string): number {
	let [lines, used] = [1, 0];
	for (const word of paragraph.match(/[\x21-\x7e\u00a0-\u024f“”’…·‹›→]+|\s|./gu) ?? []) {
		const size = width(word);
		if (used + size > COLUMNS && word.trim() !== '') {
			lines += 1;
			used = 0;
		}
		used += size;
	}
	return lines;
}

/** On which line the first step begins. */
function firstStepLine({ screen }: DrawnScreen): number | undefined {
	const { text } = renderText(screen.document);
	const place = text.search(/^1\. /mu);
	return place < 0
		? undefined
		: 1 +
				text
					.slice(0, place)
					.split('\n')
					.slice(0, -1)
					.reduce((sum, line) => sum + linesOf(line), 0);
}

function median(numbers: readonly number[]): number {
	return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

describe.each(i18n.locales.map(({ id }) => id))('%s', (locale) => {
	const own = answers.filter((drawn) => drawn.locale === locale);

	test('the first step stands on line 11 at the median, and never below line 19', () => {
		const lines = own.map((drawn) => ({ path: drawn.path, line: firstStepLine(drawn) ?? 0 }));
		expect(lines.length).toBeGreaterThan(300);
		// Who has to say first whether it is a card or an eSIM is asked that, and sees no step.
		const formsAsked = lines.filter(({ line }) => line === 0).map(({ path }) => parseAnswerPath(path));
		expect(
			formsAsked.filter((topic) => topic && catalogue.formsToAsk(topic.carrier, topic.procedure).length === 0),
		).toEqual([]);
		expect(lines.filter(({ line }) => line > 19)).toEqual([]);
		expect(median(lines.map(({ line }) => line))).toBeLessThanOrEqual(11);
	});

	test('at most ten buttons hang below in five rows, eight at the median, and labels fit where two share a row', () => {
		const withSteps = own.filter((drawn) => firstStepLine(drawn) !== undefined);
		const counts = withSteps.map(({ screen }) => screen.rows.flat().length);
		expect(Math.max(...counts)).toBeLessThanOrEqual(10);
		expect(Math.max(...withSteps.map(({ screen }) => screen.rows.length))).toBeLessThanOrEqual(5);
		expect(median(counts)).toBeLessThanOrEqual(8);
		const cut = withSteps.flatMap(({ path, screen }) =>
			screen.rows
				.filter((row) => row.length === 2)
				.flat()
				.filter(({ text }) => width(text) > 20)
				.map(({ text }) => `${path} ${text}`),
		);
		expect(cut).toEqual([]);
	});

	test('under "more" nothing is left out for want of room, and the ways to pay stand there for a top-up', () => {
		const more = screens.filter((drawn) => drawn.locale === locale && drawn.path.endsWith('/more/'));
		expect(more.length).toBeGreaterThan(300);
		const paths = ({ screen }: DrawnScreen) => screen.rows.flat().flatMap((one) => ('path' in one ? [one.path] : []));
		const short = more.filter((drawn) => !paths(drawn).some((path) => path.startsWith('/carriers/')));
		expect(short.map(({ path }) => path)).toEqual([]);
		const topUps = more.filter(({ path }) => path.startsWith('/top-up/'));
		expect(topUps.filter((drawn) => !paths(drawn).includes('/pay/')).map(({ path }) => path)).toEqual([]);
	});

	test('no two buttons of an answer look alike', () => {
		const alike = own.filter(({ screen }) => {
			const labels = screen.rows.flat().map(({ text }) => text);
			return new Set(labels).size < labels.length;
		});
		expect(alike.map(({ path }) => path)).toEqual([]);
	});
});
