import { expect, test } from 'vitest';
import type { Deps } from '../../src/bot/deps.ts';
import type { Person } from '../../src/bot-api-server/index.ts';
import type { Reminder } from '../../src/storage/reminder.ts';
import type { PersonSettings } from '../../src/storage/settings.ts';
import type { Store } from '../../src/storage/store.ts';
import { content, createDeps, startNokori } from '../support/nokori.ts';

const NOW = Date.UTC(2026, 10, 20, 1);

/** Somebody of whom one of everything is kept, in each language, and how it is said. */
const SENTENCES = {
	en: [
		'Language: English',
		'Layout: plain',
		'Time zone: Taiwan',
		'Your card: povo2.0 · eSIM · Mum (saved date: 31 December 2026)',
		'Your card: ahamo',
		'I asked you for a date for povo2.0. You can answer until 20 November 2026 at 9:10 (Taiwan).',
		'You removed LINEMO. We keep it so that you can undo that.',
		'Reminder for povo2.0 · Mum: 30 May 2027, counted from 1 December 2026. Next reminder: 30 April 2027 at 10:00 (Japan)',
		'Reminder for Visa: 21 November 2026. No more reminders will come.',
		'You rated “povo2.0 · Data left” in October 2026.',
		'You rated “povo2.0 · Renew, extend” in November 2026.',
	],
	ja: [
		'言語：日本語',
		'表示：標準',
		'タイムゾーン：台湾',
		'マイSIM：povo2.0 · eSIM · Mum（メモした日付：2026年12月31日）',
		'マイSIM：ahamo（アハモ）',
		'povo2.0の日付をおたずねしました。お返事は2026年11月20日 9:10（台湾）まで有効です。',
		'LINEMOは削除済みですが、元に戻せるよう残しています。',
		'povo2.0 · Mumのリマインダー（2027年5月30日、2026年12月1日から計算）。次のお知らせ：2027年4月30日 10:00（日本）',
		'Visaのリマインダー（2026年11月21日）。この後のお知らせはありません。',
		'2026年10月に「povo2.0 · データ残量」を評価しました。',
		'2026年11月に「povo2.0 · 更新・延長」を評価しました。',
	],
	'zh-Hans': [
		'语言：简体中文',
		'版式：标准',
		'时区：台湾',
		'你的卡：povo2.0 · eSIM · Mum（记下的日期：2026年12月31日）',
		'你的卡：ahamo',
		'问过你povo2.0的日期，2026年11月20日 9:10（台湾）前回复有效。',
		'你删除了LINEMO，为了能撤销暂时留着。',
		'povo2.0 · Mum的提醒：2027年5月30日（从2026年12月1日算起）。下次提醒：2027年4月30日 10:00（日本）',
		'Visa的提醒：2026年11月21日。之后没有提醒了。',
		'2026年10月评价过“povo2.0 · 剩余流量”。',
		'2026年11月评价过“povo2.0 · 续费、延期”。',
	],
	'zh-Hant': [
		'語言：繁體中文',
		'版面：標準',
		'時區：台灣',
		'你的卡：povo2.0 · eSIM · Mum（記下的日期：2026年12月31日）',
		'你的卡：ahamo',
		'問過你povo2.0的日期，2026年11月20日 09:10（台灣）前回覆有效。',
		'你刪除了LINEMO，為了能復原暫時留著。',
		'povo2.0 · Mum的提醒：2027年5月30日（從2026年12月1日算起）。下次提醒：2027年4月30日 10:00（日本）',
		'Visa的提醒：2026年11月21日。之後沒有提醒了。',
		'2026年10月評價過「povo2.0 · 剩餘流量」。',
		'2026年11月評價過「povo2.0 · 延長效期、續用」。',
	],
};
const LOCALES = Object.keys(SENTENCES) as (keyof typeof SENTENCES)[];

async function fill(store: Store, personId: number, locale: string): Promise<void> {
	const settings: Required<PersonSettings> = {
		locale,
		rich: false,
		timeZone: 'Asia/Taipei',
		cards: [{ carrier: 'povo', form: 'esim', nickname: 'Mum', date: '2026-12-31' }, { carrier: 'ahamo' }],
		asked: { subject: 'povo', until: NOW + 600_000 },
		removed: [{ id: '1', at: NOW, card: { carrier: 'linemo' }, index: 0 }],
	};
	await store.changePerson(personId, settings);
	const due = Date.UTC(2027, 3, 30, 1);
	const days = { from: '2026-12-01', ends: '2027-05-30' };
	await store.saveReminder({ ...reminderOf(personId, 1), carrier: 'povo', label: 'Mum', ...days, due });
	await store.saveReminder({ ...reminderOf(personId, 2), label: 'Visa' });
	await store.vote('check-data/povo', personId, '2026-10', 'good');
	await store.vote('renew/povo', personId, '2026-11', 'links');
}

function reminderOf(personId: number, number: number): Reminder {
	const id = `${number}`.padStart(8, '0');
	return { id, personId, locale: 'en', from: '2026-11-21', ends: '2026-11-21', timeZone: 'Asia/Tokyo' };
}

async function openChat(language: string, overrides: Partial<Deps> = {}) {
	const deps = createDeps({ now: () => NOW, ...overrides });
	const { server } = await startNokori(deps, { floodLimits: false });
	return { deps, server, alice: server.person({ name: 'Alice', language }) };
}

/** The texts of all pages. */
async function pagesOf(person: Person): Promise<string[]> {
	await person.sends('/privacy');
	const pages = [person.screen.text];
	while (person.screen.buttons.flat().some(({ text }) => text === 'Read more ›')) {
		await person.taps('Read more ›');
		pages.push(person.screen.text);
	}
	return pages;
}

function linesOf(text: string): string[] {
	return text.split('\n').flatMap((line) => (line.startsWith('• ') ? [line.slice(2)] : []));
}

test.each(LOCALES)(
	'each thing that is kept is a sentence with its days, and nothing else is shown: %s',
	async (locale) => {
		const { deps, alice } = await openChat(locale);
		await fill(deps.store, alice.id, locale);
		await alice.sends('/privacy');
		expect(linesOf(alice.screen.text)).toEqual(SENTENCES[locale]);
		expect(alice.screen.text).not.toMatch(/[{}"]|\d{5}|Asia\/|\d-\d\d|null|undefined/);
	},
);

test.each(LOCALES)('where nothing is kept, that is said: %s', async (locale) => {
	const { alice } = await openChat(locale);
	const t = content().i18n.translator(locale);
	await alice.sends('/privacy');
	expect(alice.screen.text).toContain(t('privacy.nothing'));
	expect(alice.screen.text).not.toContain(t('privacy.kept'));
});

test('what a person calls a card is shown as it is, in one line', async () => {
	const { deps, alice } = await openChat('en');
	const nickname = '<b>Mum</b>\n\n• {{date}} $t(menu.home) &amp;\u2028*x*';
	await deps.store.changePerson(alice.id, { cards: [{ carrier: 'povo', nickname }] });
	await deps.store.saveReminder({ ...reminderOf(alice.id, 1), label: nickname });
	await alice.sends('/privacy');
	const shown = '<b>Mum</b> • {{date}} $t(menu.home) &amp; *x*';
	expect(linesOf(alice.screen.text)).toEqual([
		`Your card: povo2.0 · ${shown}`,
		`Reminder for ${shown}: 21 November 2026. No more reminders will come.`,
	]);
});

test('what is kept of carriers, answers and languages that are gone is shown by their ids', async () => {
	const { deps, alice } = await openChat('en');
	await deps.store.changePerson(alice.id, {
		locale: 'xx',
		cards: [{ carrier: 'gone' }],
		asked: { subject: 'date', until: NOW },
	});
	await deps.store.vote('dance/gone', alice.id, '2026-11', 'good');
	await alice.sends('/privacy');
	expect(linesOf(alice.screen.text)).toEqual([
		'Language: xx',
		'Your card: gone',
		'I asked you for a date for Other reminder. You can answer until 20 November 2026 at 10:00 (Japan).',
		'You rated “dance/gone” in November 2026.',
	]);
});

/** As much as can be kept, under long names. */
async function fillUp(store: Store, personId: number, word: string): Promise<void> {
	const cards = Array.from({ length: 5 }, () => ({ carrier: 'povo', nickname: word.repeat(20) }));
	await store.changePerson(personId, { cards });
	for (let n = 10; n < 30; n++) {
		await store.saveReminder({ ...reminderOf(personId, n), label: `${n} ${word.repeat(8)}`, due: NOW + n });
	}
	for (let n = 10; n < 50; n++) {
		await store.vote(`check-data/carrier-${n}`, personId, '2026-11', 'good');
	}
}

test.each([
	['as text', 'Mum ', false],
	['as text, with names that Telegram would make links of', 'a.co ', false],
	['as rich messages', 'a.co ', true],
])(
	'with as much as can be kept nothing is lost on the pages, nor comes alive: %s',
	async (_name, word, richMessages) => {
		const { deps, server, alice } = await openChat('en', { richMessages });
		await fillUp(deps.store, alice.id, word);
		const pages = await pagesOf(alice);
		expect(pages.length).toBeGreaterThan(2);
		const shown = pages.join('\n');
		for (let n = 10; n < 30; n++) {
			expect(shown.split(`Reminder for ${n} ${word}`)).toHaveLength(2);
		}
		for (let n = 10; n < 50; n++) {
			expect(shown.split(`You rated “carrier-${n} · Data left”`)).toHaveLength(2);
		}
		expect(shown.split(`Your card: povo2.0 · ${word}`)).toHaveLength(6);
		expect(server.world.violations).toEqual([]);
		expect(server.calls.all.flatMap(({ error }) => error ?? [])).toEqual([]);
		await alice.tapsData('/privacy/9999/');
		expect(alice.screen.text).toContain(`Page ${pages.length} of ${pages.length}`);
	},
);

test('a single name longer than a page goes on in further lines', async () => {
	const { deps, server, alice } = await openChat('en');
	await deps.store.changePerson(alice.id, { cards: [{ carrier: 'povo', nickname: 'x.co '.repeat(2000) }] });
	const pages = await pagesOf(alice);
	expect(pages.join('\n').split('x.co')).toHaveLength(2001);
	expect(server.world.violations).toEqual([]);
});
