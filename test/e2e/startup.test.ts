import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createBotApiServer } from '../../src/bot-api-server/index.ts';
import { temporaryFolder } from '../support/nokori.ts';

const ROOT = resolve(import.meta.dirname, '../..');

type Ended = { code: number | null; output: string };

/** Starts the built bot as an operator does, in a folder of its own and with nothing of this environment. */
function start(
	env: Record<string, string>,
	main = join(ROOT, 'dist/main.js'),
): ChildProcess & { ended: Promise<Ended> } {
	const cwd = temporaryFolder();
	const child = spawn(process.execPath, [main], { cwd, env: { PATH: process.env['PATH'] ?? '', ...env } });
	onTestFinished(() => void child.kill('SIGKILL'));
	let output = '';
	child.stdout.on('data', (chunk) => (output += chunk));
	child.stderr.on('data', (chunk) => (output += chunk));
	const ended = new Promise<Ended>((done) => child.on('exit', (code) => done({ code, output })));
	return Object.assign(child, { ended });
}

async function freePort(): Promise<{ port: number; close: () => void }> {
	const server = createServer().listen(0, '127.0.0.1');
	await new Promise((done) => server.once('listening', done));
	const address = server.address();
	onTestFinished(() => void server.close());
	return { port: typeof address === 'object' && address ? address.port : 0, close: () => server.close() };
}

const TOKEN = '123456:a-secret-that-nobody-may-see';

test.each<[string, Record<string, string>, RegExp]>([
	['a malformed token', { BOT_TOKEN: 'my bot token' }, /^BOT_TOKEN is malformed: copy the token whole from @BotFather/],
	[
		'an unreachable server',
		{ BOT_TOKEN: TOKEN, TELEGRAM_API_ROOT: 'http://127.0.0.1:9' },
		/^TELEGRAM_API_ROOT is "http:\/\/127\.0\.0\.1:9", which does not answer.*ECONNREFUSED/,
	],
	['a host that others reach, without a token', { HOST: '0.0.0.0' }, /^HOST is "0\.0\.0\.0".*this machine alone/],
	[
		'a folder that cannot be written',
		{ DATA_DIR: '/proc/nokori', PORT: '0' },
		/^DATA_DIR is "\/proc\/nokori\/playground".*cannot be written.*choose a folder/,
	],
])('%s ends at start with one sentence', async (_name, env, sentence) => {
	const { code, output } = await start(env).ended;
	expect(output).toMatch(sentence);
	expect(output.trim().split('\n')).toHaveLength(1);
	expect(output).not.toContain(TOKEN);
	expect(code).toBe(1);
});

test('where the port is in use, the playground takes the next free one and says so', async () => {
	const { port } = await freePort();
	const child = start({ PORT: String(port) });
	let seen = '';
	child.stdout?.on('data', (chunk) => (seen += chunk));
	await expect.poll(() => seen, { timeout: 60_000 }).toContain('open http://127.0.0.1:');
	const said = new RegExp(`^PORT is "${port}", which is in use: the playground is on http://127.0.0.1:(\\d+)$`, 'm');
	const next = Number(said.exec(seen)?.[1]);
	expect(next).toBeGreaterThan(port);
	expect((await fetch(`http://127.0.0.1:${next}/page/api/state`)).status).toBe(200);
	child.kill('SIGTERM');
	expect((await child.ended).code).toBe(0);
});

test('a token that Telegram refuses ends at start with one sentence', async () => {
	const server = await createBotApiServer();
	onTestFinished(() => server.close());
	const { code, output } = await start({ BOT_TOKEN: TOKEN, TELEGRAM_API_ROOT: server.url }).ended;
	expect(output.trim()).toBe(
		'BOT_TOKEN is refused by Telegram (401): copy the current token from @BotFather, it may have been revoked.',
	);
	expect(code).toBe(1);
});

/** A copy of the built bot whose knowledge and texts may be broken. */
function copyOfBot(): { main: string; folder: string } {
	const folder = temporaryFolder();
	for (const name of ['dist', 'knowledge', 'locales', 'package.json']) {
		cpSync(join(ROOT, name), join(folder, name), { recursive: true });
	}
	symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
	return { main: join(folder, 'dist/main.js'), folder };
}

test('broken knowledge ends at start with every problem of every file', async () => {
	const { main, folder } = copyOfBot();
	writeFileSync(join(folder, 'knowledge/carriers/povo/renew.yaml'), 'gist: [unclosed\n');
	writeFileSync(join(folder, 'knowledge/carriers/docomo/cancel.yaml'), 'gist: {en: Hi}\nmethods: []\nprice: 5\n');
	const { code, output } = await start({ PORT: '0' }, main).ended;
	expect(output).toContain('carriers/povo/renew.yaml › line ');
	expect(output).toContain('carriers/docomo/cancel.yaml › methods');
	expect(output).toContain('carriers/docomo/cancel.yaml › price: unknown field');
	expect(output).not.toContain('    at ');
	expect(code).toBe(1);
});

test('an asterisk where a text should begin ends at start with file, line and remedy', async () => {
	const { main, folder } = copyOfBot();
	writeFileSync(join(folder, 'knowledge/carriers/povo/renew.yaml'), 'gist:\n  en: Hi\n  ja: *必ず読んでください\n');
	const { code, output } = await start({ PORT: '0' }, main).ended;
	expect(output).toContain('carriers/povo/renew.yaml › line 3, column 7: an alias of &必ず読んでください');
	expect(output).toContain('Put a text that begins with * in quotes');
	expect(output).not.toContain('    at ');
	expect(code).toBe(1);
});

test('an asterisk written while it runs is told in the playground, which goes on', async () => {
	const { main, folder } = copyOfBot();
	const child = start({ PORT: '0' }, main);
	let seen = '';
	child.stdout?.on('data', (chunk) => (seen += chunk));
	child.stderr?.on('data', (chunk) => (seen += chunk));
	await expect.poll(() => seen, { timeout: 60_000 }).toContain('"msg":"ready"');
	const edit = (): string => {
		writeFileSync(join(folder, 'knowledge/guides/wallets.yaml'), 'names: {ja: *必ず}\n');
		return seen;
	};
	// The folders are watched one after the other: an edit in the very moment of the start may come too early.
	await expect
		.poll(edit, { timeout: 60_000, interval: 1000 })
		.toContain('guides/wallets.yaml › line 1, column 13: an alias of &必ず');
	child.stdin?.write('/balance povo\n');
	await expect.poll(() => seen, { timeout: 60_000 }).toContain('povo2.0 · Data left');
	child.kill('SIGTERM');
	expect((await child.ended).code).toBe(0);
});

test('SIGHUP at any moment of the start ends nothing', async () => {
	const server = await createBotApiServer();
	onTestFinished(() => server.close());
	// The answer to the first question of the start takes as long as a signal needs to come in between.
	server.faults.latency(500, 'getMe');
	const child = start({ BOT_TOKEN: server.token, TELEGRAM_API_ROOT: server.url });
	let seen = '';
	child.stdout?.on('data', (chunk) => (seen += chunk));
	child.stderr?.on('data', (chunk) => {
		// In the very moment of "ready" too.
		seen += chunk;
		child.kill('SIGHUP');
	});
	await expect.poll(() => server.calls.of('getMe'), { timeout: 60_000 }).toHaveLength(1);
	child.kill('SIGHUP');
	await expect.poll(() => seen, { timeout: 60_000 }).toContain('the knowledge was read again');
	const alice = server.person({ name: 'Alice' });
	await alice.sends('/balance povo');
	expect(alice.screen.text).toContain('povo2.0');
	child.kill('SIGTERM');
	expect((await child.ended).code).toBe(0);
});

test('a language with a missing text ends at start with one sentence', async () => {
	const { main, folder } = copyOfBot();
	const file = join(folder, 'locales/ja.json');
	rmSync(file);
	writeFileSync(file, '{"meta": {"name": "日本語", "codes": ["ja"]}, "menu": {"home": "日本"}}');
	const { code, output } = await start({}, main).ended;
	expect(output).toMatch(/^locales\/ja\.json has no text for "procedure\.check-data\.title": add it/);
	expect(output.trim().split('\n')).toHaveLength(1);
	expect(code).toBe(1);
});

test('without a token the playground opens, and SIGTERM ends it with 0', async () => {
	const child = start({ PORT: '0' });
	child.stdin?.write('/balance povo\n');
	await expect.poll(() => child.stdout?.readableFlowing).toBe(true);
	let seen = '';
	child.stdout?.on('data', (chunk) => (seen += chunk));
	await expect.poll(() => seen, { timeout: 60_000 }).toContain('povo2.0 · Data left');
	child.kill('SIGTERM');
	const { code, output } = await child.ended;
	expect(output).toContain('playground');
	expect(code).toBe(0);
});

test('SIGTERM finishes the answer in hand and ends with 0', async () => {
	const server = await createBotApiServer();
	onTestFinished(() => server.close());
	const child = start({ BOT_TOKEN: server.token, TELEGRAM_API_ROOT: server.url });
	const alice = server.person({ name: 'Alice' });
	await alice.sends('/start');
	server.faults.latency(300, 'sendMessage');
	const asked = alice.sends('/balance povo');
	await expect.poll(() => server.calls.of('sendMessage')).toHaveLength(2);
	child.kill('SIGTERM');
	await asked;
	expect(alice.screen.text).toContain('povo2.0');
	expect((await child.ended).code).toBe(0);
});
