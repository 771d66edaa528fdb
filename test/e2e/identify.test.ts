import { expect, test } from 'vitest';
import { startNokori } from '../support/nokori.ts';

test('an app leads to its carrier in two taps, and the answer says that it is only probable', async () => {
	const { server } = await startNokori();
	const alice = server.person({ name: 'Alice', language: 'en' });
	await alice.sends('/identify');
	await alice.taps('Find by app');
	await alice.taps('povo2.0アプリ');
	expect(alice.screen.text).toContain('povo2.0');
	expect(alice.screen.text).toContain('probably');
	await alice.taps('povo2.0');
	expect(alice.screen.text).toContain('povo2.0 · Which carrier is it?');
});

test('the digits of an ICCID are said to name the maker of the card, not the carrier', async () => {
	const { server } = await startNokori();
	const alice = server.person({ name: 'Alice', language: 'zh-hans' });
	await alice.sends('/identify');
	await alice.taps('按ICCID找');
	await alice.taps('8981200…');
	expect(alice.screen.text).toContain('软银');
	expect(alice.screen.text).toContain('不代表');
});

test.each([
	['en', 'None of these', 'KKday or Klook', 'Any phone · Data left'],
	['ja', 'どれでもない', 'KKdayやKlook', 'どのスマホでも · データ残量'],
	['zh-hans', '都不是', 'KKday、Klook', '任何手机 · 剩余流量'],
	['zh-hant', '都不是', '8天吃到飽', '任何手機 · 剩餘流量'],
])('%s: none of these ends with the seller, and what any phone can do', async (language, none, seller, answer) => {
	const { server } = await startNokori();
	const alice = server.person({ name: 'Alice', language });
	const lists = ['', 'app/', 'app/page-2/', 'printed/', 'printed/page-2/', 'apn/', 'iccid/'];
	await alice.sends('/identify');
	for (const list of lists) {
		await alice.tapsData(`/identify-carrier/${list}`);
		await alice.taps(none);
		expect(alice.screen.text, list).toContain(seller);
	}
	await alice.tapsData('/identify-carrier/unknown/check-data/');
	expect(alice.screen.text).toContain(answer);
	expect(alice.screen.text).toContain('iPhone');
	await alice.tapsData('/identify-carrier/unknown/');
	expect(alice.screen.text).toContain(seller);
});

test('what people see first on a card stands first, and kinds of cards and letters last', async () => {
	const { server } = await startNokori();
	const alice = server.person({ name: 'Alice', language: 'en' });
	await alice.sends('/identify');
	await alice.taps('Find by printed name');
	const first = alice.screen.buttons.flat().map(({ text }) => text);
	expect(first).toContain('VISITOR SIM');
	const labels = (): string[] => alice.screen.buttons.flat().map(({ text }) => text);
	while (!labels().includes('OCN会員登録証')) {
		await alice.taps('Show more ›');
	}
	const last = labels();
	await alice.taps('OCN会員登録証');
	await alice.taps('‹ Back');
	expect(alice.screen.buttons.flat().map(({ text }) => text)).toEqual(last);
});

test.each(['en', 'ja', 'zh-hans', 'zh-hant'])(
	'%s: b-mobile on a card is said to be either of two products',
	async (language) => {
		const { server } = await startNokori();
		const alice = server.person({ name: 'Alice', language });
		await alice.sends('/identify');
		await alice.tapsData('/identify-carrier/printed/b-mobile/');
		expect(alice.screen.text).toMatch(/(?:Nihon Tsushin SIM|日本通信SIM) · b-mobile VISITOR SIM/);
		const targets = alice.screen.buttons.flat().map(({ value }) => value);
		expect(targets.slice(0, 2)).toEqual(['/identify-carrier/nihontsushin/', '/identify-carrier/b-mobile-visitor/']);
	},
);

test.each([
	['en', '/balance', "I don't know which", 'Find by app', 'povo2.0 · Check data', 'povo2.0 · Data left'],
	[
		'ja',
		'/topup',
		'携帯会社がわからない',
		'アプリで調べる',
		'povo2.0 · データを追加',
		'povo2.0 · チャージ・データ追加',
	],
	['zh-hans', '/keep', '不知道是哪家的', '按App找', 'povo2.0 · 保住号码', 'povo2.0 · 保号'],
	['zh-hant', '/fix', '不知道是哪家的', '依App找', 'povo2.0 · ', 'povo2.0 · '],
])(
	'%s: who needed the carrier for %s gets that answer once it is found',
	async (language, command, help, kind, button, title) => {
		const { server } = await startNokori();
		const alice = server.person({ name: 'Alice', language });
		await alice.sends(command);
		await alice.taps(help);
		await alice.taps(kind);
		await alice.taps('povo2.0アプリ');
		const [first] = alice.screen.buttons.flat();
		expect(first?.text).toContain(button);
		await alice.taps(first?.text ?? '');
		expect(alice.screen.text).toContain(title);
		expect(alice.screen.text).not.toMatch(/Which carrier is it|どの会社のSIM/);
	},
);

test('who needed the carrier to check data and finds none gets what the phone can tell of data first', async () => {
	const { server } = await startNokori();
	const alice = server.person({ name: 'Alice', language: 'en' });
	await alice.sends('/alert');
	await alice.taps("I don't know which");
	expect(alice.screen.text).toContain('Usage alert · Which carrier is it?');
	await alice.taps('None of these');
	expect(alice.screen.buttons[0]?.[0]?.value).toBe('/identify-carrier/unknown/set-alert/');
	await alice.taps('‹ Back');
	await alice.taps('‹ Back');
	expect(alice.screen.text).toMatch(/^Usage alert\n+Which carrier\?/);
});

test('a part of an APN leads to the carrier, too', async () => {
	const { server } = await startNokori();
	const alice = server.person({ name: 'Alice', language: 'zh-hant' });
	await alice.sends('plus.acs.jp');
	expect(alice.screen.text).toContain('Y!mobile');
});
