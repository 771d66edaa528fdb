import { expect, test } from 'vitest';
import { createCompose } from '../../src/answer/compose.ts';
import { createCatalogue } from '../../src/catalogue/catalogue.ts';
import { createMethod, createSource, createText, type Draft, knowledgeFixture } from '../support/knowledge-fixture.ts';

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
