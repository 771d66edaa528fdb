import { expect, test } from 'vitest';
import { COMMANDS } from '../../src/bot/commands.ts';
import { startNokori } from '../support/nokori.ts';

test('/balance povo goes straight to the answer, with one call to Telegram', async () => {
	const { server } = await startNokori();
	const alice = server.person({ name: 'Alice', language: 'en' });
	const before = server.calls.mark();
	await alice.sends('/balance povo');
	expect(alice.screen.text).toContain('povo2.0 · Data left');
	expect(alice.screen.text).toContain('1. ');
	expect(alice.screen.text).toContain('official (povo.jp,');
	expect(server.calls.since(before).map(({ method }) => method)).toEqual(['sendMessage']);
});

test('/balance asks for the carrier, a tap answers in place, with two calls', async () => {
	const { server } = await startNokori();
	const alice = server.person({ name: 'Alice', language: 'ja' });
	await alice.sends('/balance');
	expect(alice.screen.text).toContain('どの携帯会社ですか？');
	const menu = alice.screen.id;
	const before = server.calls.mark();
	await alice.taps('povo2.0');
	expect(alice.screen).toMatchObject({ id: menu, isEdited: true });
	expect(alice.screen.text).toContain('povo2.0 · データ残量');
	expect(server.calls.since(before).map(({ method }) => method)).toEqual(['editMessageText', 'answerCallbackQuery']);
});

test.each(COMMANDS)('/$command answers', async ({ command }) => {
	const { server } = await startNokori();
	const alice = server.person({ name: 'Alice', language: 'en' });
	await alice.sends(`/${command}`);
	expect(alice.screen.text.length).toBeGreaterThan(10);
	expect(alice.screen.buttons.length).toBeGreaterThan(0);
	expect(server.world.violations).toEqual([]);
});

test('the longest name wins: softbank prepaid is not softbank', async () => {
	const { server } = await startNokori();
	const alice = server.person({ name: 'Alice', language: 'en' });
	await alice.sends('/topup softbank prepaid');
	expect(alice.screen.text).toMatch(/SoftBank Prepaid.* · Top up/);
	await alice.sends('/topup softbank please');
	expect(alice.screen.text).toContain('SoftBank · Top up');
});

test('an unknown carrier gets the choice and is told so', async () => {
	const { server } = await startNokori();
	const alice = server.person({ name: 'Alice', language: 'en' });
	await alice.sends('/balance vodafone');
	expect(alice.screen.text).toContain('know a carrier of that name');
	await alice.taps('povo2.0');
	expect(alice.screen.text).toContain('povo2.0 · Data left');
});

test('a procedure that is not known for a carrier shows what is', async () => {
	const { server } = await startNokori();
	const alice = server.person({ name: 'Alice', language: 'zh-hans' });
	await alice.sends('/details airalo');
	expect(alice.screen.text).toContain('没有找到有出处的说明');
	await alice.taps('查流量');
	expect(alice.screen.text).toContain('Airalo');
});

test('the language of Telegram is taken, and /lang changes it for good', async () => {
	const { server } = await startNokori();
	const wen = server.person({ name: 'Wen', language: 'zh-hk' });
	await wen.sends('/start');
	expect(wen.screen.text).toContain('日本SIM卡幫手');
	await wen.sends('/lang ja');
	expect(wen.screen.text).toContain('これからは日本語');
	await wen.sends('/keep povo');
	expect(wen.screen.text).toContain('番号の維持');
	await wen.sends('/lang');
	await wen.taps('English');
	expect(wen.screen.text).toContain('help with SIMs in Japan');
	await wen.sends('/lang klingon');
	expect(wen.screen.text).toContain('language');
});

test('a picture gets one sentence and what to do instead', async () => {
	const { server, bot } = await startNokori();
	const alice = server.person({ name: 'Alice', language: 'en' });
	await alice.sends('/start');
	const from = alice.user;
	const chat = { id: from.id, type: 'private' as const, first_name: 'Alice' };
	const photo = [{ file_id: 'a', file_unique_id: 'b', width: 1, height: 1 }];
	await bot.handleUpdate({ update_id: 1, message: { message_id: 9, date: 0, chat, from, photo } });
	expect(alice.screen.text).toContain("I can't see pictures");
	expect(alice.screen.buttons.flat().length).toBe(3);
});
