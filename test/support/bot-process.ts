import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import type { BotApiServer } from '../../src/bot-api-server/index.ts';
import { temporaryFolder } from './nokori.ts';

const MAIN = join(resolve(import.meta.dirname, '../..'), 'dist/main.js');
const PATH = '/telegram';

/** Where a strict server takes the webhook to be; the updates themselves go to the process. */
export const WEBHOOK = { WEBHOOK_URL: `https://bot.example.com${PATH}`, WEBHOOK_SECRET: 'a-secret-of-the-tests' };

export type BotProcess = {
	/** Where its server listens, if it has one, like http://127.0.0.1:40123 */
	url: string;
	/** Where Telegram would bring updates. */
	hook: string;
	/** Everything that it wrote. */
	output: () => string;
	isAlive: () => boolean;
	/** Lets it hang, and go on. */
	freeze: () => void;
	thaw: () => void;
	/** Ends it as a power cut does, and waits until it is gone. */
	kill: () => Promise<void>;
	/** Asks it to end. @returns its exit code, and how many milliseconds it took */
	terminate: () => Promise<{ code: number | null; took: number }>;
};

/**
 * Starts the built bot, as an operator does, with nothing of this environment, and waits until it is ready. Gone after
 * the test.
 */
export async function startBot(
	{ url, token }: Pick<BotApiServer, 'url' | 'token'>,
	env: Record<string, string> = {},
): Promise<BotProcess> {
	const given = { BOT_TOKEN: token, TELEGRAM_API_ROOT: url, PORT: '0', PATH: process.env['PATH'] ?? '', ...env };
	const child = spawn(process.execPath, [MAIN], { cwd: env['DATA_DIR'] ?? temporaryFolder(), env: given });
	onTestFinished(() => void child.kill('SIGKILL'));
	const exited = once(child, 'exit');
	let output = '';
	child.stdout.on('data', (chunk) => (output += chunk));
	child.stderr.on('data', (chunk) => (output += chunk));
	await saysReady(() => output, exited);
	const port = /"port":(\d+),"msg":"listening"/.exec(output)?.[1];
	const root = `http://127.0.0.1:${port}`;
	return {
		url: root,
		hook: root + PATH,
		output: () => output,
		isAlive: () => child.exitCode === null && child.signalCode === null,
		freeze: () => void child.kill('SIGSTOP'),
		thaw: () => void child.kill('SIGCONT'),
		kill: async () => {
			child.kill('SIGKILL');
			await exited;
		},
		terminate: async () => {
			const start = performance.now();
			child.kill('SIGTERM');
			const [code] = await exited;
			return { code, took: performance.now() - start };
		},
	};
}

async function saysReady(output: () => string, exited: Promise<unknown>): Promise<void> {
	let hasEnded = false;
	void exited.then(() => {
		hasEnded = true;
	});
	while (!output().includes('"msg":"ready"')) {
		if (hasEnded) {
			throw new Error(`The bot ended instead of starting: ${output()}`);
		}
		await new Promise((done) => setTimeout(done, 10));
	}
}

/** Asks a process whether it can work. @returns the status code; 0 where nobody answers */
export async function readyz({ url }: Pick<BotProcess, 'url'>): Promise<number> {
	const signal = AbortSignal.timeout(5000);
	return fetch(`${url}/readyz`, { signal }).then(
		({ status }) => status,
		() => 0,
	);
}
