import { expect, test } from 'vitest';
import { composeForAnyPhone, createCompose } from '../../src/answer/compose.ts';
import { guideToDocument } from '../../src/answer/guide-document.ts';
import { answerToDocument } from '../../src/answer/layout.ts';
import { renderText } from '../../src/answer/render-text.ts';
import { checkToDocument } from '../../src/bot/features/check/check-document.ts';
import { createCatalogue } from '../../src/catalogue/catalogue.ts';
import { createChecker } from '../../src/check/check.ts';
import {
	createGuide,
	createMethod,
	createProcedure,
	createSource,
	createText,
	type Draft,
	knowledgeFixture,
} from '../support/knowledge-fixture.ts';
import { content, TODAY } from '../support/nokori.ts';

const OWN = 'https://povo.jp/rule';
const WARNING = '⚠️ The carrier’s page has changed since: check it.';

/** What the answer to keep-number or contact-support of povo says, once this source says something else. */
function textOf(
	change: (draft: Draft) => void,
	procedure: 'keep-number' | 'contact-support' = 'keep-number',
	locale = 'en',
): string {
	const compose = createCompose(createCatalogue(knowledgeFixture(change)));
	const answer = compose({ procedure, carrier: 'povo', locale }, TODAY);
	return answer ? renderText(answerToDocument(answer, content().i18n.translator(locale))).text : '';
}

function changed({ source, changed: list }: Draft): void {
	Object.assign(source, { url: OWN, says: '180 days' });
	list.push({
		file: 'carriers/povo/keep-number.yaml',
		url: OWN,
		claim: '180 days',
		missing: ['180 day'],
		since: '2026-11-02',
	});
}

test('an answer whose page has changed says so, before it says where it comes from', () => {
	const text = textOf(changed);
	expect(text).toContain(WARNING);
	expect(text.indexOf(WARNING)).toBeLessThan(text.indexOf('Where this comes from'));
	expect(text.indexOf(WARNING)).toBeGreaterThan(text.indexOf('Buy a topping.'));
});

test.each(['ja', 'zh-Hans', 'zh-Hant', 'ko', 'vi'])('it says so in %s too', (locale) => {
	const t = content().i18n.translator(locale);
	expect(t('answer.changedPage.official')).not.toBe(content().i18n.translator('en')('answer.changedPage.official'));
	expect(textOf(changed, 'keep-number', locale)).toContain(t('answer.changedPage.official'));
});

test('other answers of the carrier say nothing, nor does this one once it is settled', () => {
	expect(textOf(changed, 'contact-support')).not.toContain('has changed');
	expect(textOf(() => {})).not.toContain('has changed');
});

test("what another's page says no more is not said to be the carrier's", () => {
	const text = textOf((draft) => {
		changed(draft);
		draft.source.official = false;
	});
	expect(text).toContain('⚠️ A page that this rests on has changed since: check the official one.');
});

test('a guide warns too', () => {
	const { guides } = createCatalogue(
		knowledgeFixture((draft) => {
			const entry = createGuide({ sources: [createSource({ url: OWN, says: '180 days' })] });
			draft.guides.push({ id: 'pay', file: 'guides/pay.yaml', entry });
			changed(draft);
		}),
	);
	const t = content().i18n.translator('en');
	const [document] = guides.map((guide) => guideToDocument(guide, { locale: 'en', t, today: TODAY }));
	expect(renderText(document ?? []).text).toContain(WARNING);
});

test('what any phone can do warns too', () => {
	const source = createSource({ url: OWN, says: '180 days' });
	const knowledge = knowledgeFixture((draft) => {
		changed(draft);
		const entry = createProcedure({ methods: [createMethod({ method: 'device', sources: [source] })] });
		draft.device = { 'check-data': { file: 'device/check-data.yaml', place: '', entry } };
	});
	const question = { procedure: 'check-data', locale: 'en', name: 'any phone' } as const;
	expect(composeForAnyPhone(createCatalogue(knowledge), question, TODAY)?.changedPage).toBe('official');
});

test('what a message means warns too', () => {
	const source = createSource({ url: OWN, says: '180 days' });
	const knowledge = knowledgeFixture((draft) => {
		changed(draft);
		const { means, act } = { means: createText(), act: createText() };
		const rest = {
			kind: 'no-topping',
			stage: 'forecast',
			due: 'none',
			next: 'keep-number',
			unless: [] as string[],
		} as const;
		const notice = { ...rest, phrases: [['停止予告']], means, act, confidence: 'medium' as const, sources: [source] };
		const entry = { notices: [notice], fakes: [], domains: [], senders: [] };
		draft.notices.push({ id: 'povo', file: 'notices/povo.yaml', entry });
	});
	const catalogue = createCatalogue(knowledge);
	const t = content().i18n.translator('en');
	const checked = createChecker(catalogue)('povo 停止予告', { today: TODAY, locale: 'en' });
	const reader = { catalogue, locale: 'en', t, today: TODAY, isShared: false };
	expect(renderText(checkToDocument(checked, reader)).text).toContain(WARNING);
});
