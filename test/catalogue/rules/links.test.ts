import { expect, test } from 'vitest';
import { createLinksRule } from '../../../src/catalogue/rules/links.ts';
import {
	createGuide,
	createMethod,
	createProcedure,
	createSource,
	createText,
	knowledgeFixture,
} from '../../support/knowledge-fixture.ts';

const rule = createLinksRule(['support.apple.com']);

test('links to the official domain, to its subdomains and to shared help pages are right', () => {
	const knowledge = knowledgeFixture(({ app }) => {
		app.links = [{ url: 'https://povo.jp/' }, { url: 'https://faq.povo.jp/1' }, { url: 'https://support.apple.com/x' }];
	});
	expect(rule.check(knowledge)).toEqual([]);
});

test('a link to somebody else is reported', () => {
	const problems = rule.check(
		knowledgeFixture(({ app }) => {
			app.links = [{ url: 'https://blog.example.com/povo' }];
		}),
	);
	expect(problems).toEqual([
		{
			file: 'carriers/povo/keep-number.yaml',
			place: 'methods[0].links',
			wrong: 'a link outside the official domains',
			value: 'https://blog.example.com/povo',
			remedy: 'Link to one of povo.jp, support.apple.com, or name the page as a source instead.',
		},
	]);
});

test('a host that merely ends like the official one is reported', () => {
	const problems = rule.check(
		knowledgeFixture(({ app }) => {
			app.links = [{ url: 'https://notpovo.jp/' }, { url: 'https://povo.jp.example.com/' }];
		}),
	);
	expect(problems.map(({ value }) => value)).toEqual(['https://notpovo.jp/', 'https://povo.jp.example.com/']);
});

test('the site, the account page and the links of support are looked at too', () => {
	const problems = rule.check(
		knowledgeFixture(({ povo }) => {
			povo.site = 'https://docomo.ne.jp/';
			povo.account = { name: 'My povo', url: 'https://docomo.ne.jp/my', login: createText() };
			povo.support.methods[0]?.links.push({ url: 'https://docomo.ne.jp/support' });
		}),
	);
	expect(problems.map(({ file, place }) => `${file} ${place}`)).toEqual([
		'carriers/povo/carrier.yaml support.methods[0].links',
		'carriers/povo/carrier.yaml site',
		'carriers/povo/carrier.yaml account.url',
	]);
});

test('a phone is helped by its maker only, and a guide links to any carrier', () => {
	const sources = [createSource()];
	const bad = [{ url: 'https://povo.jp/' }, { url: 'https://blog.example.org/' }];
	const problems = rule.check(
		knowledgeFixture((draft) => {
			const entry = createProcedure({ methods: [createMethod({ links: bad })] });
			draft.device = { 'find-number': { file: 'device/find-number.yaml', place: '', entry } };
			draft.guides = [{ id: 'shop', file: 'guides/shop.yaml', entry: createGuide({ links: bad, sources }) }];
		}),
	);
	expect(problems.map(({ file, value }) => `${file} ${value}`)).toEqual([
		'device/find-number.yaml https://povo.jp/',
		'device/find-number.yaml https://blog.example.org/',
		'guides/shop.yaml https://blog.example.org/',
	]);
});
