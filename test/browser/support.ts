import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest';
import { findProgram, isMissing } from '../support/programs.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Widths and heights that phones of today have. */
export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

export type Tab = Page & {
	/** What the page asked of any other host. */
	foreign: string[];
	/** Errors of scripts, and what the content policy refused. */
	problems: string[];
};

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/** Whether these tests are left out, as there is no chromium on this machine. */
export function isChromiumMissing(): boolean {
	return isMissing(...NAMES);
}

export type Program = { readonly url: string; end: () => Promise<void>; restart: () => Promise<void> };

/** The built program, as somebody starts it who has no token. */
export async function startProgram(): Promise<Program> {
	const folder = mkdtempSync(join(tmpdir(), 'nokori-browser-'));
	let { child, url } = await launch(folder, '0');
	const end = async (): Promise<void> => {
		child.kill('SIGKILL');
		await once(child, 'exit');
	};
	return {
		url,
		end: async () => {
			await end();
			rmSync(folder, { recursive: true, force: true });
		},
		restart: async () => {
			await end();
			({ child, url } = await launch(folder, new URL(url).port));
		},
	};
}

async function launch(cwd: string, port: string): Promise<{ child: ChildProcess; url: string }> {
	const env = { PATH: process.env['PATH'] ?? '', PORT: port, TZ: 'Asia/Tokyo' };
	const child = spawn(process.execPath, [join(ROOT, 'dist/main.js')], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
	let output = '';
	const url = await new Promise<string>((done, failed) => {
		const read = (chunk: Buffer): void => {
			output += chunk.toString();
			const [found] = /http:\/\/127\.0\.0\.1:\d+/.exec(output) ?? [];
			if (found && output.includes('"ready"')) {
				done(found);
			}
		};
		child.stdout.on('data', read);
		child.stderr.on('data', read);
		child.once('exit', () => failed(new Error(`The program ended:\n${output}`)));
	});
	return { child, url };
}

/** One program and one browser for a file of tests. */
export function inBrowser(): { program: () => Program; open: (options?: OpenOptions) => Promise<Tab> } {
	let browser: Browser;
	let program: Program;
	beforeAll(async () => {
		const executablePath = findProgram(...NAMES);
		if (executablePath === undefined) {
			throw new Error('There is no chromium on this machine: apt-get install -y chromium');
		}
		browser = await chromium.launch({ executablePath });
		program = await startProgram();
	}, 60_000);
	afterAll(async () => {
		await browser?.close();
		await program?.end();
	});
	return {
		program: () => program,
		open: (options) => openTab(browser, program.url, options),
	};
}

export type OpenOptions = BrowserContextOptions & { person?: string; chat?: string; beside?: Tab };

async function openTab(browser: Browser, url: string, options: OpenOptions = {}): Promise<Tab> {
	const { person, chat, beside, ...look } = options;
	const context = beside?.context() ?? (await browser.newContext({ viewport: { width: 1280, height: 800 }, ...look }));
	const tab = Object.assign(await context.newPage(), { foreign: [], problems: [] }) as unknown as Tab;
	onTestFinished(() => (beside ? tab.close() : context.close()));
	context.on('request', (request) => {
		if (!request.url().startsWith(url)) {
			tab.foreign.push(request.url());
		}
	});
	tab.on('pageerror', ({ message }) => tab.problems.push(message));
	tab.on('console', (message) => message.type() === 'error' && tab.problems.push(message.text()));
	const place = new URLSearchParams({ ...(person ? { person } : {}), ...(chat ? { chat } : {}) });
	await tab.goto(`${url}/#${place}`);
	await box(tab).waitFor();
	return tab;
}

export function box(tab: Tab): Locator {
	return tab.getByRole('combobox', { name: 'Message' });
}

export async function sends(tab: Tab, text: string): Promise<void> {
	await box(tab).fill(text);
	await box(tab).press('Enter');
}

/** The commands or inline results over the box. */
export function suggestions(tab: Tab, which: Parameters<Page['getByRole']>[1] = {}): Locator {
	return tab.getByRole('listbox', { name: 'Suggestions' }).getByRole('option', which);
}

/** The newest message of the bot that has these words. */
export function answer(tab: Tab, words: string | RegExp): Locator {
	return tab
		.getByRole('article', { name: /^Nokori/ })
		.filter({ hasText: words })
		.last();
}

export async function sees(locator: Locator): Promise<void> {
	await locator.waitFor({ state: 'visible', timeout: 15_000 });
}

type Violation = { id: string; nodes: { html: string; failureSummary: string }[] };

/** The rules of axe-core, on what is on the screen. */
export async function expectAccessible(tab: Tab): Promise<void> {
	await tab.evaluate(AXE);
	const violations = await tab.evaluate<Violation[]>('axe.run(document).then(({ violations }) => violations)');
	expect(
		violations.map(
			({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.html} ${node.failureSummary}`).join('\n')}`,
		),
	).toEqual([]);
}
