import { expect, test } from 'vitest';
import { createFormsRule } from '../../../src/catalogue/rules/forms.ts';
import { knowledgeFixture } from '../../support/knowledge-fixture.ts';

const rule = createFormsRule();

test('a method for one of the forms of its carrier is right', () => {
	const knowledge = knowledgeFixture(({ app }) => {
		app.forms = ['esim'];
		app.billing = ['prepaid'];
	});
	expect(rule.check(knowledge)).toEqual([]);
});

test('a method for a form that the carrier does not have is reported', () => {
	const problems = rule.check(
		knowledgeFixture(({ app, povo }) => {
			povo.forms = ['physical'];
			app.forms = ['physical', 'esim'];
		}),
	);
	expect(problems).toEqual([
		{
			file: 'carriers/povo/keep-number.yaml',
			place: 'methods[0].forms',
			wrong: 'povo does not have it',
			value: 'esim',
			remedy: 'Write only physical here, or add it to forms in carrier.yaml.',
		},
	]);
});

test('a way of billing in support that the carrier does not have is reported', () => {
	const problems = rule.check(
		knowledgeFixture(({ povo }) => {
			for (const method of povo.support.methods) {
				method.billing = ['postpaid'];
			}
		}),
	);
	expect(problems).toMatchObject([
		{ file: 'carriers/povo/carrier.yaml', place: 'support.methods[0].billing', value: 'postpaid' },
	]);
});
