import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { createLog } from '../../src/log.ts';
import { createPrompt } from '../../src/playground/prompt.ts';
import { chatInTerminal } from '../../src/playground/terminal.ts';
import { setUp, startBot } from '../bot-api-server/support.ts';
import { screenAfter } from '../support/screen.ts';

const KEYBOARD = {
	inline_keyboard: [
		[
			{ text: 'Change', callback_data: 'change' },
			{ text: 'Copy', copy_text: { text: '*123#' } },
		],
	],
};

/** A person at a terminal, or lines that come from a file, and a bot that repeats what it is told. */
async function open({ isTTY = true } = {}) {
	const { server } = await setUp();
	startBot(server, (bot) => {
		bot.hears('bare', (ctx) => ctx.reply('No buttons'));
		bot.on('message:text', (ctx) => ctx.reply(`You said ${ctx.message.text}`, { reply_markup: KEYBOARD }));
		bot.callbackQuery('change', (ctx) => ctx.editMessageText('Changed', { reply_markup: KEYBOARD }));
	});
	const input = Object.assign(new PassThrough(), { isTTY });
	const output = Object.assign(new PassThrough(), { isTTY });
	let written = '';
	output.on('data', (chunk) => (written += chunk));
	let hasLeft = false;
	const prompt = createPrompt({ input, output, onLeave: () => (hasLeft = true) });
	chatInTerminal(server, prompt);
	const screen = (): string[] => screenAfter(written);
	return {
		prompt,
		screen,
		types: (keys: string) => void input.write(keys),
		sees: async (line: string | RegExp) =>
			expect
				.poll(() => screen().some((shown) => (line instanceof RegExp ? line.test(shown) : shown === line)))
				.toBe(true),
		hasLeft: () => hasLeft,
		server,
	};
}

test('it greets in two lines that say what to type, and waits behind a sign', async () => {
	const { screen, server } = await open();
	const [first, second, ...rest] = screen();
	expect(first).toContain(`open ${server.url}/ in a browser`);
	expect(second).toContain('Type a question');
	expect(rest).toEqual(['', '> ']);
});

test('an answer stands above the sign, which comes back', async () => {
	const { screen, types, sees } = await open();
	types('hello\r');
	await sees('You said hello');
	await sees('[1 Change]  [2 Copy]');
	expect(screen()).toContain('> hello');
	expect(screen().at(-1)).toBe('> ');
});

test('a line of the log leaves what is being typed as it is', async () => {
	const { prompt, screen, types, sees } = await open();
	const log = createLog({ level: 'info', hide: (text) => text, readable: true, stream: prompt.logStream });
	types('hel');
	await sees('> hel');
	log.warn('the network is slow');
	await sees(/WARN.*the network is slow/);
	expect(screen().at(-1)).toBe('> hel');
	expect(screen().filter((line) => line.startsWith('> '))).toHaveLength(1);
	types('lo\r');
	await sees('You said hello');
});

test('a number taps its button', async () => {
	const { types, sees } = await open();
	types('hello\r');
	await sees('You said hello');
	types('2\r');
	await sees('(copied: *123#)');
	types('1\r');
	await sees('Changed');
});

test('a number without a button is not sent, and the range is told', async () => {
	const { types, sees, screen } = await open();
	types('99\r');
	await sees('There is no button 99: none is shown now.');
	types('hello\r');
	await sees('You said hello');
	for (const number of ['99', '3', '0']) {
		types(`${number}\r`);
		await sees(`There is no button ${number}: they go from 1 to 2.`);
	}
	types('bare\r');
	await sees('No buttons');
	types('7\r');
	await sees('There is no button 7: none is shown now.');
	expect(screen().join('\n')).not.toMatch(/You said \d/);
});

test.each(['151', '8981300012345678901'])('%s is no button but a question', async (number) => {
	const { types, sees } = await open();
	types('hello\r');
	await sees('You said hello');
	types(`${number}\r`);
	await sees(`You said ${number}`);
});

test('an empty line does nothing', async () => {
	const { types, sees, screen } = await open();
	types('\r\r');
	types('hello\r');
	await sees('You said hello');
	expect(screen().join('\n')).not.toContain('!');
});

test('Ctrl-D leaves', async () => {
	const { types, hasLeft } = await open();
	types('\x04');
	await expect.poll(hasLeft).toBe(true);
});

test('lines out of a file are answered without any sign', async () => {
	const { types, sees, screen, prompt } = await open({ isTTY: false });
	types('one\ntwo\n');
	await sees('You said two');
	expect(screen()).toContain('You said one');
	expect(screen().filter((line) => line.startsWith('>'))).toEqual([]);
	expect(prompt.logStream).toBeUndefined();
});
