import { expect, test } from 'vitest';
import { createAliasesRule } from '../../../src/catalogue/rules/aliases.ts';
import { knowledgeFixture } from '../../support/knowledge-fixture.ts';

const rule = createAliasesRule();

test('aliases of one carrier each are right, in several spellings too', () => {
	const knowledge = knowledgeFixture(({ povo }) => {
		povo.aliases = ['povo', 'povo2', 'povo 2', 'povo 2.0', 'Povo-2.0'];
	});
	expect(rule.check(knowledge)).toEqual([]);
});

test('an alias that leads to another carrier too is reported, however it is spelt', () => {
	const problems = rule.check(
		knowledgeFixture(({ docomo }) => {
			docomo.aliases.push('ＰＯＶＯ ２．０');
		}),
	);
	expect(problems).toEqual([
		{
			file: 'carriers/docomo/carrier.yaml',
			place: 'aliases[1]',
			wrong: 'leads to povo too',
			value: 'ＰＯＶＯ ２．０',
			remedy: 'Leave it to the carrier that people mean by it, and remove it here.',
		},
	]);
});

test('the name and the id of a carrier are no alias of another', () => {
	const problems = rule.check(
		knowledgeFixture(({ povo, docomo }) => {
			povo.aliases.push('Docomo');
			docomo.names.en = 'ポヴォ';
		}),
	);
	expect(problems.map(({ place, wrong }) => `${place} ${wrong}`)).toEqual([
		' leads to povo too',
		'names.en leads to povo too',
		'names.ja leads to povo too',
		'names.zh-Hans leads to povo too',
		'names.zh-Hant leads to povo too',
	]);
});

test('an alias that stands twice is reported', () => {
	const problems = rule.check(
		knowledgeFixture(({ povo }) => {
			povo.aliases = ['povo', 'ポヴォ', 'POVO'];
		}),
	);
	expect(problems).toEqual([
		{
			file: 'carriers/povo/carrier.yaml',
			place: 'aliases[2]',
			wrong: 'the same as aliases[0]',
			value: 'POVO',
			remedy: 'Remove one of them.',
		},
	]);
});

test('an alias without letters or digits is reported', () => {
	const problems = rule.check(
		knowledgeFixture(({ povo }) => {
			povo.aliases = ['・ -'];
		}),
	);
	expect(problems.map(({ place, wrong }) => `${place} ${wrong}`)).toEqual(['aliases[0] empty']);
});

test('an id that is not in kebab-case is reported', () => {
	const problems = rule.check(
		knowledgeFixture(({ ids }) => {
			ids.povo = 'Povo_2';
		}),
	);
	expect(problems).toEqual([
		{
			file: 'carriers/Povo_2/carrier.yaml',
			place: '',
			wrong: 'not a carrier id',
			value: 'Povo_2',
			remedy: 'Name the folder in kebab-case: small letters, digits and single hyphens.',
		},
	]);
});
