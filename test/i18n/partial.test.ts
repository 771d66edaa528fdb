import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createCompose } from '../../src/answer/compose.ts';
import { commandLists } from '../../src/bot/publish-commands.ts';
import { createCatalogue } from '../../src/catalogue/catalogue.ts';
import { checkKnowledge } from '../../src/catalogue/check.ts';
import { answerText } from '../../src/cli/answer-text.ts';
import { LOCALES_FOLDER } from '../../src/content.ts';
import { createI18n, type I18n } from '../../src/i18n/i18n.ts';
import { readLocales } from '../../src/i18n/read-locales.ts';
import { createText, knowledgeFixture } from '../support/knowledge-fixture.ts';
import { content, startNokori, TODAY, temporaryFolder } from '../support/nokori.ts';

const KOREAN = {
	meta: { name: '한국어', codes: ['ko'], partial: true },
	button: { home: '⌂ 메뉴' },
	procedure: { 'keep-number': { title: '번호 유지' } },
};

function withKorean(korean: unknown = KOREAN): I18n {
	const folder = temporaryFolder();
	cpSync(LOCALES_FOLDER, folder, { recursive: true });
	writeFileSync(join(folder, 'ko.json'), JSON.stringify(korean));
	return createI18n(readLocales(folder));
}

test('a language that says it is partial is English where it has no text yet', () => {
	const t = withKorean().translator('ko');
	expect(t('button.home')).toBe('⌂ 메뉴');
	expect(t('button.back')).toBe(content().i18n.translator('en')('button.back'));
});

test('a plural that is not translated yet follows the English rule', () => {
	const t = withKorean().translator('ko');
	expect([t('evidence.years', { count: 1 }), t('evidence.years', { count: 2 })]).toEqual([
		'over a year old',
		'over 2 years old',
	]);
});

test('a language that lacks texts and does not say so is refused, with the way out', () => {
	const { partial: _, ...meta } = KOREAN.meta;
	expect(() => withKorean({ ...KOREAN, meta })).toThrow(
		/^locales\/ko\.json has no text for ".+": add it, as in en\.json, or write "partial": true into its "meta"/,
	);
});

test('even a partial language has no unknown key', () => {
	expect(() => withKorean({ ...KOREAN, buton: { home: '⌂ 메뉴' } })).toThrow('unknown key "buton.home"');
});

test('the base language cannot be partial', () => {
	const folder = temporaryFolder();
	cpSync(LOCALES_FOLDER, folder, { recursive: true });
	const meta = { name: 'English', codes: ['en'], partial: true };
	writeFileSync(join(folder, 'en.json'), JSON.stringify({ meta, evidence: { years_other: '{{count}} years old' } }));
	expect(() => readLocales(folder)).toThrow('locales/en.json has no text for "evidence.years_one"');
});

test('a knowledge text in a partial language is shown, and English beside it where there is none', () => {
	const knowledge = knowledgeFixture(({ keepNumber }) => {
		keepNumber.gist = { ...keepNumber.gist, ko: '토핑을 구매하세요.' };
		keepNumber.traps = [createText()];
	});
	const catalogue = createCatalogue(knowledge);
	const answer = createCompose(catalogue)({ procedure: 'keep-number', carrier: 'povo', locale: 'ko' }, TODAY);
	expect(JSON.stringify(answer)).toContain('토핑을 구매하세요.');
	expect(JSON.stringify(answer)).toContain(createText().en);
	expect(checkKnowledge(knowledge, { today: TODAY, exceptions: [], optionalLocales: ['ko'] })).toEqual([]);
});

test('a whole answer can be read in a partial language', () => {
	const text = answerText({ ...content(), i18n: withKorean() }, { text: '/keep povo', lang: 'ko', today: TODAY });
	expect(text).toContain('povo2.0 · 번호 유지');
	expect(text).toContain('You need: Wi-Fi or data');
	expect(text).toContain('[⌂ 메뉴]');
});

test('Telegram is told the commands of a partial language too', () => {
	const korean = commandLists(withKorean()).filter(({ language }) => language === 'ko');
	expect(korean.flatMap(({ commands }) => commands).filter(({ description }) => description === '')).toEqual([]);
	expect(korean.length).toBeGreaterThan(0);
});

test('a person whose app is in a partial language is answered in it', async () => {
	const { server } = await startNokori({ i18n: withKorean() });
	const jiwoo = server.person({ name: 'Jiwoo', language: 'ko' });
	await jiwoo.sends('/keep povo');
	expect(jiwoo.screen.text).toContain('povo2.0 · 번호 유지');
	expect(jiwoo.screen.text).toContain('You need: Wi-Fi or data');
	expect(server.world.violations).toEqual([]);
});
