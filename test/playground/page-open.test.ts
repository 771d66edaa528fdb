import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { expect, onTestFinished, test } from 'vitest';
import { OperatorError } from '../../src/errors.ts';
import { type AttachedBot, openPlayground, type Playground } from '../../src/playground/index.ts';
import type { PlaygroundState } from '../../src/playground/page-api/protocol.ts';
import { content } from '../support/nokori.ts';
import { post, raw } from './page-support.ts';

const HOST = '127.0.0.1';

type Opened = Playground & { written: () => string; attach: (bot?: Partial<AttachedBot>) => () => Promise<void> };

/** A playground with a terminal that nobody writes on, and a folder that nobody edits. */
async function open({ port = 0 } = {}): Promise<Opened> {
	const output = new PassThrough();
	const terminal = { input: new PassThrough(), output, onLeave: () => undefined };
	const playground = await openPlayground({ host: HOST, port }, terminal);
	onTestFinished(() => playground.close());
	const { catalogue } = content();
	return {
		...playground,
		written: () => String(output.read()),
		attach: (bot) =>
			playground.attach({
				catalogue: () => catalogue,
				poll: () => undefined,
				reload: () => undefined,
				folder: temporaryFolder(),
				...bot,
			}),
	};
}

function temporaryFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'nokori-edited-'));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	return folder;
}

/** Something else that listens. */
async function takePort(): Promise<number> {
	const server = createServer().listen(0, HOST);
	await new Promise((done) => server.once('listening', done));
	onTestFinished(() => void server.close());
	const address = server.address();
	return typeof address === 'object' && address ? address.port : 0;
}

test.each(['0.0.0.0', '::', '192.168.1.2', 'example.com'])(
	'a HOST of %s is refused: others could reach it',
	async (host) => {
		const opening = openPlayground({ host, port: 0 });
		await expect(opening).rejects.toBeInstanceOf(OperatorError);
		await expect(opening).rejects.toThrow(`HOST is "${host}", where others can reach it`);
	},
);

test('page and Bot API are on the same address', async () => {
	const { url, connection, notice } = await open();
	expect(notice).toBeUndefined();
	expect(connection.apiRoot).toBe(url);
	expect((await raw(url, '/page/api/state')).status).toBe(200);
	expect((await raw(url, `/bot${connection.token}/getMe`)).status).toBe(200);
});

test('where the port is in use the next free one is taken, and said', async () => {
	const port = await takePort();
	const { url, notice, attach, written } = await open({ port });
	expect(Number(new URL(url).port)).toBeGreaterThan(port);
	expect(notice).toBe(`PORT is "${port}", which is in use: the playground is on ${url}`);
	attach();
	expect(written()).toContain(`${notice}\n`);
});

test('two playgrounds on one port stand side by side', async () => {
	const first = await open();
	const second = await open({ port: Number(new URL(first.url).port) });
	expect(second.url).not.toBe(first.url);
	await post(second.url, { action: 'clock', days: 3 });
	expect(await (await fetch(`${first.url}/page/api/state`)).json()).toMatchObject({ clock: { offset: 0 } });
});

test('the time of the playground is the real one until the page moves it', async () => {
	const called: number[] = [];
	const { url, now, attach } = await open();
	attach({ poll: () => void called.push(Date.now()) });
	expect(Math.abs(now() - Date.now())).toBeLessThan(1000);
	await post(url, { action: 'clock', days: 30 });
	expect(Math.round((now() - Date.now()) / 86_400_000)).toBe(30);
	expect(called).toHaveLength(1);
});

test('a bot that remembers an earlier playground takes nothing of this one for it', async () => {
	const { url, connection } = await open();
	const sending = post(url, { action: 'send', person: 'alice', chat: 'private:alice', text: 'hi' });
	const read = async () => (await (await fetch(`${url}/page/api/state`)).json()) as PlaygroundState;
	await expect.poll(async () => (await read()).updates).toHaveLength(1);
	const { updates, messages } = await read();
	const seconds = Math.floor(Date.now() / 1000);
	// A thousand updates for each second that an earlier one ran.
	expect(Math.abs((updates[0]?.id ?? 0) / 1000 - seconds)).toBeLessThan(100);
	expect(Math.abs((messages[0]?.id ?? 0) - seconds)).toBeLessThan(100);
	await fetch(`${url}/bot${connection.token}/getUpdates?offset=${(updates[0]?.id ?? 0) + 1}`);
	await sending;
});

test('after an edit the knowledge is read again, and the page says what is wrong with it', async () => {
	const { url, attach } = await open();
	const folder = temporaryFolder();
	let problem: string | undefined = 'povo/renew.yaml: unknown field';
	const reload = attach({ reload: () => problem, folder });
	const knowledge = async () =>
		((await (await fetch(`${url}/page/api/state`)).json()) as PlaygroundState).knowledge?.problem;
	expect(await knowledge()).toBeUndefined();
	writeFileSync(join(folder, 'renew.yaml'), 'edited');
	await expect.poll(knowledge, { timeout: 5000 }).toBe(problem);
	problem = undefined;
	await reload();
	expect(await knowledge()).toBeUndefined();
});

test('closing ends what pages have open', async () => {
	const playground = await openPlayground({ host: HOST, port: 0 });
	const events = await fetch(`${playground.url}/page/api/events`);
	await playground.close();
	await expect(events.text()).rejects.toThrow();
});
