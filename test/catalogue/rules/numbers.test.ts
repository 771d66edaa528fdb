import { expect, test } from 'vitest';
import { createNumbersRule } from '../../../src/catalogue/rules/numbers.ts';
import {
	createDeadline,
	createSource,
	createText,
	type Draft,
	knowledgeFixture,
} from '../../support/knowledge-fixture.ts';

const rule = createNumbersRule();
const file = 'carriers/povo/keep-number.yaml';
const remedy = 'Write it into the "says" of the source that gives it, or take it out if no source does.';

function places(change: (draft: Draft) => void): string[] {
	return rule.check(knowledgeFixture(change)).map((problem) => `${problem.file} ${problem.place} ${problem.value}`);
}

test('a text without numbers needs no evidence', () => {
	expect(rule.check(knowledgeFixture())).toEqual([]);
});

test('a number that no source gives is reported in each language', () => {
	const problems = rule.check(
		knowledgeFixture(({ keepNumber }) => {
			keepNumber.gist = createText({ en: 'Within 180 days.', ja: '180日以内です。' });
		}),
	);
	expect(problems).toEqual(
		['en', 'ja'].map((locale) => ({
			file,
			place: `gist.${locale}`,
			wrong: 'a number that no source of this file gives',
			value: '180',
			remedy,
		})),
	);
});

test('the says, the date and the address of any source of the file are evidence', () => {
	const found = places(({ keepNumber, source }) => {
		keepNumber.gist = createText({ en: 'Call 0120-800-000: 4,950 yen for 20 GB since March 2026, rule 904.' });
		keepNumber.traps = [createText({ ja: '０１２０－８００－０００で4950円です。' })];
		source.says = '4950 yen buy 20GB; the desk is 0120 800 000';
		source.url = 'https://faq.povo.jp/faq/show/904';
	});
	expect(found).toEqual([]);
});

test('number words of a source are evidence for digits', () => {
	const found = places(({ keepNumber, source }) => {
		keepNumber.gist = createText({ en: '1 GB for 2 days, 24 hours open.', ja: '1か月に2回です。' });
		source.says = 'one GB a month, two days, open round the clock';
	});
	expect(found).toEqual([]);
});

test('a source of another file is no evidence', () => {
	const found = places(({ keepNumber, povo }) => {
		keepNumber.gist = createText({ en: 'Within 180 days.' });
		povo.offline = { steps: [createText()], sources: [createSource({ says: '180 days' })] };
	});
	expect(found).toEqual([`${file} gist.en 180`]);
});

test('support, identify, offline and the status note look into carrier.yaml', () => {
	const change = (says: string) => (draft: Draft) => {
		draft.povo.statusNote = createText({ en: 'Closed since 2021.' });
		draft.povo.support.traps = [createText({ en: '157 does not help.' })];
		draft.povo.offline = { steps: [createText({ en: 'Up to 128 kbps.' })], sources: [createSource({ says })] };
	};
	expect(places(change('closed in 2021; 157 is for au; 128 kbps'))).toEqual([]);
	expect(places(change('nothing'))).toEqual([
		'carriers/povo/carrier.yaml support.traps[0].en 157',
		'carriers/povo/carrier.yaml offline.steps[0].en 128',
		'carriers/povo/carrier.yaml statusNote.en 2021',
	]);
});

test('values to copy and sentences for the staff are looked at too', () => {
	const found = places(({ app }) => {
		app.copy = [{ label: 'Hotline', value: '0120-111-222' }];
		app.say = { ja: '180日の件です。', meaning: createText() };
	});
	expect(found).toEqual([`${file} methods[0].copy[0].value 0120111222`, `${file} methods[0].say.ja 180`]);
});

test("the carrier's own clues are evidence", () => {
	const found = places(({ povo, keepNumber }) => {
		povo.clues.iccid = ['898130'];
		keepNumber.gist = createText({ en: 'The card begins with 898130.' });
	});
	expect(found).toEqual([]);
});

test('a claim may hold any number, the truth may not', () => {
	const found = places(({ keepNumber }) => {
		const claim = createText({ en: 'Send 1234 to 99999.' });
		keepNumber.myths = [{ claim, truth: createText({ en: 'No, 5678.' }), sources: [createSource()] }];
	});
	expect(found).toEqual([`${file} myths[0].truth.en 5678`]);
});

test('the days of a deadline need evidence', () => {
	const found = places(({ keepNumber }) => {
		const sources = [createSource({ says: 'suspended after 180 days' })];
		keepNumber.deadline = createDeadline({ days: 180, graceDays: 30, sources });
	});
	expect(found).toEqual([`${file} deadline.graceDays 30`]);
});
