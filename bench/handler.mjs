// How long the bot itself takes, and how often it calls Telegram: every call is answered at once. Prints JSON.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { quantiles } from './crowd.mjs';

const WARM_UP = 1500;
const MEASURED = 4000;
const UNLIMITED = { person: Infinity, inline: Infinity, groupQuestions: Infinity, groupTaps: Infinity };

const root = process.argv[2];
const load = (path) => import(pathToFileURL(join(root, 'dist', path)));
const { loadContent, loadI18n } = await load('content.js');
const { todayInJapan } = await load('dates/day.js');
const { createBot } = await load('bot/index.js');
const { createLog } = await load('log.js');
const { createMetrics } = await load('metrics.js');
const { openPersistence } = await load('storage/open.js');

const folder = mkdtempSync(join(tmpdir(), 'nokori-bench-'));
const log = createLog({ level: 'silent', secrets: [], readable: false });
const persistence = await openPersistence({ dataDir: folder }, log);
const settings = { defaultLocale: 'en', richMessages: false, keepUnanswered: false, limits: UNLIMITED };
const queue = { schedule: async () => undefined };
const deps = { ...loadContent(loadI18n()), ...persistence, ...settings, queue, metrics: createMetrics(true), log };
const bot = createBot(
	{ ...deps, today: () => todayInJapan(), now: Date.now },
	{ token: '1:a', apiRoot: 'http://[::1]:9' },
);
bot.botInfo = { id: 1, is_bot: true, first_name: 'Nokori', username: 'nokori_bot' };

let calls = 0;
bot.api.config.use(async () => {
	calls += 1;
	return { ok: true, result: { message_id: 1, date: 1, chat: { id: 1, type: 'private' }, text: '' } };
});

const from = { id: 5_000_000_001, is_bot: false, first_name: 'Alice', language_code: 'en' };
const chat = { id: from.id, type: 'private', first_name: 'Alice' };
const command = [{ type: 'bot_command', offset: 0, length: '/balance'.length }];
const question = { message_id: 1, date: 1, from, chat, text: '/balance povo', entities: command };
const words = { message_id: 1, date: 1, from, chat, text: 'how much data is left on my povo' };
const screen = { message_id: 1, date: 1, from: bot.botInfo, chat, text: '' };
const tap = { id: '1', chat_instance: '1', from, data: '/check-data/povo/', message: screen };

let id = 0;
async function measure(update) {
	const times = [];
	for (let index = 0; index < WARM_UP + MEASURED; index += 1) {
		calls = index <= WARM_UP ? 0 : calls;
		id += 1;
		const start = performance.now();
		await bot.handleUpdate({ update_id: id, ...structuredClone(update) });
		times.push(performance.now() - start);
	}
	return { ...quantiles(times.slice(WARM_UP)), calls: calls / MEASURED };
}

const results = {
	question: await measure({ message: question }),
	words: await measure({ message: words }),
	tap: await measure({ callback_query: tap }),
};
await persistence.store.close();
rmSync(folder, { recursive: true, force: true });
process.stdout.write(JSON.stringify(results), () => process.exit());
