// A process of its own that takes reminders in hand and never finishes, so that it can be killed.
import process from 'node:process';
import { runnerImport } from 'vite';

const [url] = process.argv.slice(2);
const silent = { debug() {}, info() {}, warn() {}, error() {} };
const load = async (path) => (await runnerImport(new URL(path, import.meta.url).pathname)).module;
const { openRedisStore } = await load('../../src/storage/redis/index.ts');
const { openBullmqQueue } = await load('../../src/reminders/bullmq-queue.ts');

const store = await openRedisStore(url);
const queue = await openBullmqQueue({ url, store, log: silent, now: Date.now, lockMs: 500 });
queue.start(async (due) => {
	process.stdout.write(`${due.map(({ id }) => id).join(' ')}\n`);
	await new Promise(() => undefined);
});
process.stdout.write('ready\n');
