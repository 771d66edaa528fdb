import { expect, test } from 'vitest';
import { exportKnowledge } from '../../src/catalogue/export.ts';
import { createMethod, createSource, createText, knowledgeFixture } from '../support/knowledge-fixture.ts';

test('a carrier has all fields of the contract, those that are not known as null', () => {
	const [povo] = exportKnowledge(knowledgeFixture()).carriers;
	expect(povo).toEqual({
		id: 'povo',
		names: { en: 'povo2.0', ja: 'povo2.0', 'zh-Hans': 'povo2.0', 'zh-Hant': 'povo2.0' },
		aliases: ['povo', 'ポヴォ'],
		kind: 'sub-brand',
		networks: ['au'],
		forms: ['physical', 'esim'],
		billing: ['prepaid'],
		status: 'active',
		statusNote: null,
		replacedBy: null,
		officialDomains: ['povo.jp'],
		site: 'https://povo.jp/',
	});
});

test('each method is a row, support and identify included, in the order of the vocabulary', () => {
	const rows = exportKnowledge(knowledgeFixture()).procedures;
	expect(rows.map(({ carrier, procedure, method }) => `${carrier} ${procedure} ${method}`)).toEqual([
		'povo keep-number app',
		'povo contact-support web',
		'povo identify-carrier web',
		'docomo contact-support web',
		'docomo identify-carrier web',
	]);
});

test('a row says everything by itself', () => {
	const knowledge = knowledgeFixture(({ keepNumber, app }) => {
		keepNumber.traps = [createText()];
		app.billing = ['prepaid'];
		app.steps = [createText(), createText({ en: 'Wait.', ja: '待ちます。', 'zh-Hans': '等待。', 'zh-Hant': '等候。' })];
		app.copy = [{ label: 'APN', value: 'povo.jp' }];
	});
	expect(exportKnowledge(knowledge).procedures[0]).toEqual({
		carrier: 'povo',
		procedure: 'keep-number',
		method: 'app',
		when: null,
		forms: ['physical', 'esim'],
		billing: ['prepaid'],
		gist: createText(),
		traps: [createText()],
		hours: null,
		call: null,
		steps: {
			en: ['Buy a topping.', 'Wait.'],
			ja: ['トッピングを購入します。', '待ちます。'],
			'zh-Hans': ['购买加量包。', '等待。'],
			'zh-Hant': ['購買加購包。', '等候。'],
		},
		links: ['https://povo.jp/'],
		copy: [{ label: 'APN', value: 'povo.jp' }],
		say: null,
		sources: [
			{
				url: 'https://povo.jp/en/information/',
				official: true,
				read: 'copy',
				checked: '2026-11',
				date: '2026-03',
				of: null,
			},
		],
		confidence: 'high',
	});
});

test('the hours and the price of a call stand in the row of their method', () => {
	const hours = [{ days: 'daily' as const, from: '9:00', to: '20:00', closedOn: ['01-01'] }];
	const knowledge = knowledgeFixture(({ keepNumber }) => {
		keepNumber.methods = [createMethod({ method: 'phone', hours, call: 'free' })];
	});
	expect(exportKnowledge(knowledge).procedures[0]).toMatchObject({ method: 'phone', hours, call: 'free' });
});

test('a source without a date has none, and what its content gives away', () => {
	const { date: _, ...undated } = createSource({ of: { before: '2019', because: 'names two-year contracts' } });
	const knowledge = knowledgeFixture(({ app }) => {
		app.sources = [undated];
	});
	expect(exportKnowledge(knowledge).procedures[0]?.sources).toMatchObject([
		{ date: null, of: { before: '2019', because: 'names two-year contracts' } },
	]);
});

test('a step that is missing in a language stands there in English', () => {
	const knowledge = knowledgeFixture(({ app }) => {
		app.steps = [createText({ ko: '기다리세요.' }), createText({ en: 'Pay.' })];
	});
	expect(exportKnowledge(knowledge).procedures[0]?.steps).toMatchObject({ ko: ['기다리세요.', 'Pay.'] });
});
