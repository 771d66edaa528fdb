import { spawn } from 'node:child_process';
import { createServer, type ServerResponse } from 'node:http';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { createBotApiServer } from '../../src/bot-api-server/index.ts';
import { listenOnLoopback } from '../support/loopback.ts';
import { temporaryFolder } from '../support/nokori.ts';

const MAIN = join(resolve(import.meta.dirname, '../..'), 'dist/main.js');
const SECRET = 'AAE-a-secret-that-nobody-may-see-12345';
const TOKEN = `4242424242:${SECRET}`;

/** Ways in which something between the bot and Telegram answers, all of which say the address that was asked. */
const TROUBLES: Readonly<Record<string, (response: ServerResponse, url: string) => void>> = {
	'a page of a proxy': (response, url) => response.writeHead(502, { 'content-type': 'text/html' }).end(`<b>${url}</b>`),
	'a page with 200': (response, url) => response.end(`<html>${url}</html>`),
	nothing: (response) => response.end(),
	'half an answer': (response) => response.setHeader('content-type', 'application/json').end('{"ok":true,"resu'),
	null: (response) => response.setHeader('content-type', 'application/json').end('null'),
	'a list': (response) => response.setHeader('content-type', 'application/json').end('[]'),
	'an error that quotes it': (response, url) =>
		response.end(JSON.stringify({ ok: false, error_code: 500, description: `Internal Server Error: ${url}` })),
	'another place': (response, url) => response.writeHead(302, { location: `http://127.0.0.1:9${url}` }).end(),
	'a circle': (response, url) => response.writeHead(302, { location: url }).end(),
	'a broken line': (response) => void response.destroy(),
	'a length that is wrong': (response) => response.writeHead(200, { 'content-length': '999' }).end('{"ok":'),
};

/** Runs the built bot for a moment. @returns everything that it wrote */
async function outputOf(url: string): Promise<string> {
	const env = { BOT_TOKEN: TOKEN, TELEGRAM_API_ROOT: url, LOG_LEVEL: 'trace', PATH: process.env['PATH'] ?? '' };
	const child = spawn(process.execPath, [MAIN], { cwd: temporaryFolder(), env });
	onTestFinished(() => void child.kill('SIGKILL'));
	let output = '';
	child.stdout.on('data', (chunk) => (output += chunk));
	child.stderr.on('data', (chunk) => (output += chunk));
	const ended = new Promise((done) => child.on('exit', done));
	// A busy machine takes its time to start; some troubles leave nothing to say.
	const spoke = new Promise((done) => child.stdout.once('data', done));
	await Promise.race([ended, spoke.then(() => wait(3000)), wait(12_000)]);
	child.kill('SIGTERM');
	await Promise.race([ended, wait(2000)]);
	return output;
}

/** Telegram, in front of which something breaks every call of these methods. */
async function openBroken(trouble: (typeof TROUBLES)[string], broken: (method: string) => boolean): Promise<string> {
	const telegram = await createBotApiServer({ token: TOKEN });
	onTestFinished(() => telegram.close());
	const server = createServer(async (incoming, response) => {
		const url = incoming.url ?? '';
		if (broken(url.split('/').at(-1) ?? '')) {
			trouble(response, url);
			return;
		}
		const answer = await fetch(telegram.url + url, { method: 'POST' });
		response.setHeader('content-type', 'application/json').end(await answer.text());
	});
	onTestFinished(() => server.closeAllConnections());
	return listenOnLoopback(server);
}

test.each([
	['at the start', (method: string) => method === 'getMe'],
	['while it runs', (method: string) => !['getMe', 'getWebhookInfo'].includes(method)],
])('whatever answers instead of Telegram %s, the token is in nothing that is written', async (_when, broken) => {
	const kinds = Object.entries(TROUBLES);
	const outputs: [string, string][] = [];
	// A few at a time, so that each has its moment.
	for (let at = 0; at < kinds.length; at += 4) {
		const some = kinds.slice(at, at + 4).map(async ([name, trouble]): Promise<[string, string]> => {
			return [name, await outputOf(await openBroken(trouble, broken))];
		});
		outputs.push(...(await Promise.all(some)));
	}
	expect(outputs.filter(([, output]) => output.includes(SECRET) || output.includes(encodeURIComponent(TOKEN)))).toEqual(
		[],
	);
	// Most of them said something; an answer that never ends is waited for.
	expect(outputs.filter(([, output]) => output.trim() !== '').length).toBeGreaterThan(kinds.length / 2);
});
