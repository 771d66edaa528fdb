import { expect, test } from 'vitest';
import { startNokori } from '../support/nokori.ts';

test.each([
	['en', '/balance', 'Travel eSIMs ›', 'Airalo', '‹ Back'],
	['ja', '/balance', '旅行用eSIM ›', 'Airalo', '‹ 戻る'],
	['zh-hans', '/balance', '旅行eSIM ›', 'Airalo', '‹ 返回'],
	['zh-hant', '/balance', '旅遊eSIM ›', 'Airalo', '‹ 返回'],
	['en', '/carriers', 'Travel eSIMs ›', 'Airalo', '‹ Back'],
])(
	'%s %s: from a carrier the way back leads to the group in which it stood',
	async (language, start, group, carrier, back) => {
		const { server } = await startNokori();
		const alice = server.person({ name: 'Alice', language });
		await alice.sends('/balance');
		await alice.tapsData(start === '/carriers' ? '/carriers/' : '/check-data/');
		await alice.taps(group);
		const { text } = alice.screen;
		await alice.taps(carrier);
		await alice.taps(back);
		expect(alice.screen.text).toBe(text);
		await alice.taps(carrier);
		expect(alice.screen.text).toContain(carrier);
	},
);

test('from one of the carriers that are shown at once the way back leads to all of them', async () => {
	const { server } = await startNokori();
	const alice = server.person({ name: 'Alice', language: 'en' });
	await alice.sends('/balance');
	await alice.taps('povo2.0');
	await alice.taps('‹ Back');
	expect(alice.screen.text).toMatch(/^Data left\n+Which carrier\?/);
});

test.each([
	['en', 'Travel eSIMs ›', 'I know nothing reliable about “Move or re-issue the eSIM” at Trip.com eSIM', 'Check data'],
	['ja', '旅行用eSIM ›', 'Trip.com eSIMの「機種変更・eSIM再発行」には、出典のある情報がありません', '残量を見る'],
	['zh-hans', '旅行eSIM ›', '没有找到有出处的说明', '查'],
	['zh-hant', '旅遊eSIM ›', '找不到有來源的說明', '查'],
])(
	'%s: a carrier without an answer stays in the list, last, and leads to what is known of it',
	async (language, group, notice, known) => {
		const { server } = await startNokori();
		const alice = server.person({ name: 'Alice', language });
		await alice.sends('/move');
		await alice.taps(group);
		const carriers = alice.screen.buttons.flat().slice(0, -2);
		const last = carriers.at(-1);
		const { text } = alice.screen;
		expect(last?.value).toBe('/move-esim/trip-com-esim/');
		await alice.taps(last?.text ?? '');
		expect(alice.screen.text).toContain(notice);
		expect(alice.screen.buttons[0]?.[0]).toMatchObject({ value: '/check-data/trip-com-esim/' });
		expect(alice.screen.buttons[0]?.[0]?.text).toContain(known);
		await alice.taps(alice.screen.buttons.at(-1)?.[0]?.text ?? '');
		expect(alice.screen.text).toBe(text);
	},
);
