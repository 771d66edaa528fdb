import { execFileSync } from 'node:child_process';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { createBotApiServer } from '../dist/bot-api-server/index.js';
import { createCrowd } from './crowd.mjs';
import { cpuSeconds, residentMb, startProcess } from './process.mjs';

export const ROOT = resolve(import.meta.dirname, '..');
const LATENCY_MS = 20;
/** As many connections as Telegram opens to a webhook unless it is told otherwise (`max_connections`). */
const AT_ONCE = 40;
const ROUNDS = 2;
const WARM_UP_MS = 2500;
const MEASURED_MS = 4000;
const QUESTION = '/balance povo';
const SECRET = 'bench';
/** About as long as the answer that it stands for. */
const FIXED_TEXT = 'x'.repeat(900);

/** Milliseconds from starting the process to its answer to a question that waits already, several times over. */
export async function startToAnswer(root = ROOT, times = 7) {
	const results = [];
	for (let index = 0; index < times; index += 1) {
		const server = await createBotApiServer({ floodLimits: false });
		const answered = new Promise((resolve) => {
			server.world.onChange(({ type, message }) => type === 'new' && message.message.from.is_bot && resolve());
		});
		server
			.person({ name: 'Alice', language: 'en' })
			.sends(QUESTION)
			.catch(() => undefined);
		const start = performance.now();
		const bot = startProcess(join(root, 'dist/main.js'), environment(server));
		await answered;
		results.push(performance.now() - start);
		await bot.stop();
		await server.close();
	}
	return results.sort((a, b) => a - b)[Math.floor(times / 2)];
}

/** What the handling of an update takes without a network, and its calls to Telegram. */
export function handling(root = ROOT) {
	return JSON.parse(
		execFileSync(process.execPath, [join(import.meta.dirname, 'handler.mjs'), root], { encoding: 'utf8' }),
	);
}

export const SCRIPTS = { nokori: join(ROOT, 'dist/main.js'), bare: join(import.meta.dirname, 'bare-bot.mjs') };

/** Both bots in turn, so that whatever else the machine does meets both, and the better round of each. */
export async function underLoad(transport) {
	const rounds = [];
	for (let round = 0; round < ROUNDS; round += 1) {
		rounds.push({ nokori: await load('nokori', transport), bare: await load('bare', transport) });
	}
	const best = (name) => rounds.map((round) => round[name]).sort((a, b) => b.perSecond - a.perSecond)[0];
	const [nokori, bare] = [best('nokori'), best('bare')];
	return { nokori, bare, share: nokori.perSecond / bare.perSecond };
}

async function load(name, transport) {
	const server = await createBotApiServer({ floodLimits: false });
	server.faults.latency(LATENCY_MS);
	const port = await freePort();
	const isWebhook = transport === 'webhook';
	const webhook = { PORT: String(port), WEBHOOK_URL: 'https://bot.example.com/telegram', WEBHOOK_SECRET: SECRET };
	const bot =
		name === 'bare'
			? startProcess(SCRIPTS.bare, {}, [server.token, server.url, FIXED_TEXT, ...(isWebhook ? [String(port)] : [])])
			: startProcess(SCRIPTS.nokori, { ...environment(server), ...(isWebhook ? webhook : {}) });
	if (isWebhook) {
		await listening(port);
		server.deliverTo(`http://127.0.0.1:${port}/telegram`);
	}
	const crowd = createCrowd(server, { text: QUESTION, atOnce: AT_ONCE });
	await crowd.measure(WARM_UP_MS);
	const before = cpuSeconds(bot.pid);
	const measured = await crowd.measure(MEASURED_MS);
	const cpuMs = ((cpuSeconds(bot.pid) - before) * 1000) / measured.answers;
	const memoryMb = residentMb(bot.pid);
	crowd.stop();
	await bot.stop();
	await server.close();
	return { ...measured, cpuMs, memoryMb };
}

function environment(server) {
	return { BOT_TOKEN: server.token, TELEGRAM_API_ROOT: server.url };
}

async function freePort() {
	const server = createServer().listen(0, '127.0.0.1');
	await new Promise((resolve) => server.once('listening', resolve));
	const { port } = server.address();
	await new Promise((resolve) => server.close(resolve));
	return port;
}

async function listening(port) {
	for (;;) {
		try {
			await fetch(`http://127.0.0.1:${port}/healthz`);
			return;
		} catch {
			await new Promise((resolve) => setTimeout(resolve, 20));
		}
	}
}
