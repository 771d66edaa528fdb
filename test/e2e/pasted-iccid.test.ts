import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pino from 'pino';
import { expect, test } from 'vitest';
import { openLibsqlStore } from '../../src/storage/libsql/index.ts';
import { startNokori, temporaryFolder } from '../support/nokori.ts';

test.each([
	['en', 'ICCID: 8981 1000 1234 5678 901F', 'docomo', 'not stored'],
	['ja', '８９８１３００１２３４５６７８９０１Ｆ', 'au', '保存はしていません'],
	['zh-hans', '卡号 8981200012345678901 是哪家的', '软银', '没有保存'],
	['zh-hant', '8981-1000-1234-5678-901', 'docomo', '並未儲存'],
])('%s: a pasted card number leads to the carriers that its beginning fits', async (language, text, carrier, kept) => {
	const { server } = await startNokori();
	const alice = server.person({ name: 'Alice', language });
	await alice.sends(text);
	expect(alice.screen.text).toContain('ICCID');
	expect(alice.screen.text).toContain(kept);
	expect(alice.screen.buttons[0]?.[0]?.text).toContain(carrier);
	expect(alice.screen.text).not.toMatch(/1234|5678/);
});

test.each([
	['en', "I don't know its first digits", 'Find by app'],
	['ja', '発行元は登録がない', 'アプリで調べる'],
	['zh-hans', '这里没有记录', '按App找'],
	['zh-hant', '這裡沒有紀錄', '依App找'],
])(
	'%s: of a Japanese card whose beginning is not known that is said, and other signs are asked for',
	async (language, words, button) => {
		const { server } = await startNokori();
		const alice = server.person({ name: 'Alice', language });
		await alice.sends('8981 9990 1234 5678 901F');
		expect(alice.screen.text).toContain(words);
		expect(alice.screen.buttons.flat().map(({ text }) => text)).toContain(button);
	},
);

test.each([
	['en', '89852 0001 2345 6789 01F', 'not a Japanese card', 'Ask the seller'],
	['ja', '8986012345678901234F', '日本のSIMカードではありません', '販売元'],
	['zh-hans', '8986 0123 4567 8901 2345', '不是日本的卡', '请问卖家'],
	['zh-hant', '8988 6012 3456 7890 123F', '不是日本的卡', '請問賣家'],
])(
	"%s: another country's card is told from a Japanese one, and no Japanese beginning offered",
	async (language, text, words, seller) => {
		const { server } = await startNokori();
		const alice = server.person({ name: 'Alice', language });
		await alice.sends(text);
		expect(alice.screen.text).toContain(words);
		expect(alice.screen.text).toContain(seller);
		expect(JSON.stringify(alice.screen.buttons)).not.toMatch(/8981/);
	},
);

test('the number of a card is neither sent, nor logged, nor stored, not even in a reminder about it', async () => {
	const folder = temporaryFolder();
	const store = openLibsqlStore(folder);
	const lines: string[] = [];
	const log = pino({ level: 'trace' }, { write: (line: string) => lines.push(line) });
	const { server } = await startNokori({ store, log, keepUnanswered: true });
	const alice = server.person({ name: 'Alice', language: 'en' });
	await alice.sends('8981 1000 1234 5678 901F');
	await alice.sends('8981 9990 1234 5678 901F');
	await alice.sends('89852 1000 1234 5678 901');
	await alice.sends('remind me about sim 8981 1000 1234 5678 901F on 1 March 2027');
	await alice.taps('Remind me');
	expect(alice.screen.text).toContain('Next reminder: 1 March 2027');
	await store.close();
	const stored = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'));
	expect(stored.join('')).toContain('2027-03-01');
	const sent = JSON.stringify(server.calls.all.map(({ params }) => params));
	for (const kept of [...stored, sent, lines.join('\n')]) {
		expect(kept).not.toMatch(/1234.{0,3}5678/);
	}
});
