import { expect, test } from 'vitest';
import { composeForAnyPhone, createCompose } from '../../src/answer/compose.ts';
import { createCatalogue } from '../../src/catalogue/catalogue.ts';
import {
	createMethod,
	createProcedure,
	createSource,
	createText,
	type Draft,
	knowledgeFixture,
} from '../support/knowledge-fixture.ts';

function ask(change: (draft: Draft) => void, form?: 'physical' | 'esim', locale = 'en') {
	const compose = createCompose(createCatalogue(knowledgeFixture(change)));
	return compose({ procedure: 'keep-number', carrier: 'povo', locale, ...(form ? { form } : {}) }, '2026-11-20');
}

test('nothing is answered where nothing is known', () => {
	const compose = createCompose(createCatalogue(knowledgeFixture()));
	const locale = 'en';
	expect(compose({ procedure: 'renew', carrier: 'povo', locale }, '2026-11-20')).toBeUndefined();
	expect(compose({ procedure: 'keep-number', carrier: 'vodafone', locale }, '2026-11-20')).toBeUndefined();
});

test('the first way is the best, the others follow in their order', () => {
	const answer = ask(({ keepNumber }) => {
		keepNumber.methods = [createMethod({ method: 'app' }), createMethod({ method: 'phone' })];
	});
	expect(answer?.ways.map(({ method }) => method)).toEqual(['app', 'phone']);
});

test('a way for the other form is left out', () => {
	const change = ({ keepNumber }: Draft): void => {
		keepNumber.methods = [
			createMethod({ method: 'web', forms: ['esim'] }),
			createMethod({ method: 'shop', forms: ['physical'] }),
		];
	};
	expect(ask(change, 'esim')?.ways.map(({ method }) => method)).toEqual(['web']);
	expect(ask(change, 'physical')?.ways.map(({ method }) => method)).toEqual(['shop']);
});

test('a missing language falls back to English', () => {
	const answer = ask(
		({ keepNumber }) => {
			keepNumber.gist = createText({ en: 'Buy one.', ko: '하나 사세요.' });
		},
		undefined,
		'fr',
	);
	expect(answer?.gist).toBe('Buy one.');
});

test('copies come from the best way first, each value once, at most four', () => {
	const copy = (value: string) => ({ label: 'number', value });
	const answer = ask(({ keepNumber }) => {
		keepNumber.methods = [
			createMethod({ method: 'phone', copy: [copy('157'), copy('151')] }),
			createMethod({ method: 'chat', copy: ['1', '2', '157', '3'].map(copy) }),
		];
	});
	expect(answer?.actions.copies.map(({ value }) => value)).toEqual(['157', '151', '1', '2']);
});

test('two pages of one host are told apart by their path; the site is offered where there is no better link', () => {
	const links = [{ url: 'https://povo.jp/' }, { url: 'https://povo.jp/en/information/' }];
	const answer = ask(({ keepNumber }) => {
		keepNumber.methods = [createMethod({ links })];
	});
	expect(answer?.actions.links.map(({ host }) => host)).toEqual(['povo.jp', 'povo.jp/en/information']);
	const bare = ask(({ keepNumber }) => {
		keepNumber.methods = [createMethod({ links: [] })];
	});
	expect(bare?.actions.links).toEqual([{ host: 'povo.jp', url: 'https://povo.jp/' }]);
});

test('a reader of Japanese gets no translation of a Japanese sentence', () => {
	const change = ({ keepNumber }: Draft): void => {
		keepNumber.methods = [
			createMethod({ say: { ja: '再開してください。', meaning: createText({ en: 'Please reopen it.' }) } }),
		];
	};
	expect(ask(change)?.ways[0].say).toEqual({ ja: '再開してください。', meaning: 'Please reopen it.' });
	expect(ask(change, undefined, 'ja')?.ways[0].say).toEqual({ ja: '再開してください。' });
});

test('a weak way is marked', () => {
	const answer = ask(({ keepNumber }) => {
		keepNumber.methods = [createMethod({ confidence: 'low', sources: [createSource({ official: false })] })];
	});
	expect(answer?.ways[0].weak).toBe(true);
	expect(answer?.evidence.kind).toBe('unofficial');
});

test('a sentence that asks for simple words is not for readers of Japanese', () => {
	const change = ({ keepNumber }: Draft): void => {
		const say = {
			ja: 'ゆっくり話してください。',
			meaning: createText({ en: 'Please speak slowly.' }),
			forLearners: true,
		};
		keepNumber.methods = [createMethod({ say })];
	};
	expect(ask(change)?.actions.say).toBe('ゆっくり話してください。');
	const japanese = ask(change, undefined, 'ja');
	expect(japanese?.ways[0]).not.toHaveProperty('say');
	expect(japanese?.actions).not.toHaveProperty('say');
});

test('what several ways say to the staff is told once, by the first of them', () => {
	const say = { ja: '止めてください。', meaning: createText({ en: 'Please stop it.' }) };
	const answer = ask(({ keepNumber }) => {
		keepNumber.methods = [
			createMethod({ method: 'app' }),
			createMethod({ method: 'phone', say }),
			createMethod({ method: 'shop', say }),
		];
	});
	expect(answer?.ways.map((way) => way.say?.meaning)).toEqual([undefined, 'Please stop it.', undefined]);
});

test('what the best way says is not repeated where no data is left', () => {
	const say = { ja: '止めてください。', meaning: createText({ en: 'Please stop it.' }) };
	const knowledge = knowledgeFixture(({ povo }) => {
		povo.support.methods = [createMethod({ method: 'phone', say })];
		povo.offline = { steps: [createText()], say, sources: [createSource()] };
	});
	const compose = createCompose(createCatalogue(knowledge));
	const answer = compose({ procedure: 'contact-support', carrier: 'povo', locale: 'en' }, '2026-11-20');
	expect(answer?.ways[0].say?.meaning).toBe('Please stop it.');
	expect(answer?.offline).toEqual({ steps: ['Buy a topping.'] });
});

test('a myth is refuted only where it circulates', () => {
	const change = ({ keepNumber }: Draft): void => {
		const claim = createText({ 'zh-Hans': '保号卡就是eSIM。' });
		keepNumber.myths = [{ claim, truth: createText(), locales: ['zh-Hans'], sources: [createSource()] }];
	};
	expect(ask(change)?.myths).toEqual([]);
	expect(ask(change, undefined, 'zh-Hans')?.myths.map(({ claim }) => claim)).toEqual(['保号卡就是eSIM。']);
});

test('an account is named in the language of the reader, and its login told only if there is something to tell', () => {
	const url = 'https://povo.jp/my';
	const change = ({ povo }: Draft): void => {
		povo.account = { name: createText({ en: '「アプリ」 (the app)', ja: 'アプリ' }), url };
	};
	expect(ask(change)?.account).toEqual({ name: '「アプリ」 (the app)' });
	expect(ask(change, undefined, 'ja')?.account).toEqual({ name: 'アプリ' });
	const plain = ask(({ povo }) => {
		povo.account = { name: 'My povo', url, login: createText({ en: 'Your e-mail address.' }) };
	});
	expect(plain?.account).toEqual({ name: 'My povo', login: 'Your e-mail address.' });
});

test('what any phone can do is answered without a carrier: no site of one, no login, no doubt about one', () => {
	const knowledge = knowledgeFixture(({ device }) => {
		const method = createMethod({ method: 'device', needs: [], links: [], copy: [{ label: 'IMEI', value: '*#06#' }] });
		const entry = createProcedure({ methods: [method] });
		device['find-number'] = { file: 'device/find-number.yaml', place: '', entry };
	});
	const catalogue = createCatalogue(knowledge);
	const question = { locale: 'ja', name: 'どのスマホでも' };
	expect(composeForAnyPhone(catalogue, { ...question, procedure: 'find-number' }, '2026-11-20')).toMatchObject({
		procedure: 'find-number',
		carrier: { name: 'どのスマホでも' },
		isShared: false,
		gist: 'トッピングを購入します。',
		actions: { links: [], copies: [{ label: '*#06#', value: '*#06#' }], related: [] },
	});
	expect(composeForAnyPhone(catalogue, { ...question, procedure: 'renew' }, '2026-11-20')).toBeUndefined();
});

const PAGES = [
	{ url: 'https://povo.jp/vi', lang: 'vi' },
	{ url: 'https://povo.jp/zh', lang: 'zh-Hans' },
	{ url: 'https://povo.jp/en', lang: 'en' },
	{ url: 'https://povo.jp/ja' },
];

test.each([
	['vi', PAGES, ['vi', 'ja']],
	['ko', PAGES, ['ja', 'en']],
	['ja', PAGES, ['ja', 'en']],
	['zh-Hant', PAGES, ['zh', 'ja']],
	['en', PAGES.slice(0, 2), ['vi', 'zh']],
	['en', [...PAGES.slice(2, 3), ...PAGES.slice(2, 3)], ['en']],
])('a reader of %s is led to pages that they can read, each once', (locale, links, paths) => {
	const compose = createCompose(
		createCatalogue(
			knowledgeFixture(({ app }) => {
				app.links = [...links];
			}),
		),
	);
	const answer = compose({ procedure: 'keep-number', carrier: 'povo', locale }, '2026-11-29');
	expect(answer?.actions.links.map(({ url }) => url.split('/').at(-1))).toEqual(paths);
});
