import { expect, test } from 'vitest';
import type { Answer } from '../../src/answer/answer.ts';
import { linesOf } from '../../src/answer/height.ts';
import { answerToDocument } from '../../src/answer/layout.ts';
import { paginate } from '../../src/answer/paginate.ts';
import { renderText } from '../../src/answer/render-text.ts';
import { content } from '../support/nokori.ts';

const { i18n } = content();
const STEP = 'Open the app, look for the page of your contract, and tap the button that says 「手続きへ進む」 (go on).';

type Way = Answer['ways'][number];

function way(steps: number, change: Partial<Way> = {}): Way {
	const list = Array.from({ length: steps }, (_, index) => `${STEP} (${index + 1})`);
	return { method: 'app', needs: ['wifi', 'login'], steps: list, weak: false, ...change };
}

function answer(ways: Answer['ways'], change: Partial<Answer> = {}): Answer {
	return {
		procedure: 'keep-number',
		carrier: { id: 'povo', name: 'povo2.0' },
		account: { name: 'the povo2.0 app' },
		status: { status: 'active' },
		isShared: false,
		gist: 'Buy one paid topping at least every 180 days and the number stays yours.',
		traps: [
			'The 180 days run from the day after your last topping ENDS.',
			'Thirty days later the number is lost.',
			'Free codes do not count.',
		],
		ways,
		myths: [],
		evidence: { kind: 'official', host: 'povo.jp' },
		actions: { links: [], copies: [], related: [] },
		...change,
	};
}

const EXTREMES: readonly (readonly [string, Answer])[] = [
	['one step', answer([way(1)])],
	['30 steps', answer([way(30)])],
	[
		'five ways',
		answer([way(6), ...['chat', 'phone', 'shop', 'web'].map((method) => way(6, { method } as Partial<Way>))] as never),
	],
	[
		'an ended carrier',
		answer([way(3)], {
			status: { status: 'ended', note: 'Ended in 2022. Existing lines go on.', replacedBy: 'povo2.0' },
		}),
	],
	['other phones’ steps', answer([way(3)], { isShared: true })],
];

test.each(EXTREMES)('the frame holds for %s, and nothing is cut inside a word or a step', (_, extreme) => {
	for (const { id } of i18n.locales) {
		const pages = paginate(answerToDocument(extreme, i18n.translator(id))).map((page) => renderText(page).text);
		const before = pages[0]?.split(/^1\. /mu)[0] ?? '';
		expect(linesOf(before), id).toBeLessThanOrEqual(19);
		for (const page of pages) {
			expect(page.length).toBeLessThanOrEqual(4096);
		}
		const steps = extreme.ways.flatMap((one) => one.steps);
		const all = pages.join('\n');
		expect(steps.filter((step) => !all.includes(step))).toEqual([]);
	}
});
