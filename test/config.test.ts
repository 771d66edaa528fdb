import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ENVIRONMENT, parseConfig } from '../src/config.ts';
import { OperatorError } from '../src/errors.ts';

const LOCALES = ['en', 'ja'];

test('without a token the bot is a playground with defaults', () => {
	expect(parseConfig({}, LOCALES)).toEqual({
		mode: 'playground',
		host: '127.0.0.1',
		port: 8080,
		dataDir: 'data/playground',
		logLevel: 'info',
		defaultLocale: 'en',
		richMessages: false,
		keepUnanswered: false,
	});
});

test('the people of the playground are never among those of a real bot', () => {
	const given = { DATA_DIR: '/var/lib/nokori' };
	expect(parseConfig(given, LOCALES)).toMatchObject({ dataDir: '/var/lib/nokori/playground' });
	expect(parseConfig({ ...given, BOT_TOKEN: '1:abc' }, LOCALES)).toMatchObject({ dataDir: '/var/lib/nokori' });
});

test('with a token it polls Telegram', () => {
	expect(parseConfig({ BOT_TOKEN: '1:abc', RICH_MESSAGES: 'on', DEFAULT_LOCALE: 'ja' }, LOCALES)).toMatchObject({
		mode: 'polling',
		token: '1:abc',
		apiRoot: 'https://api.telegram.org',
		richMessages: true,
		defaultLocale: 'ja',
	});
});

test('an empty value counts as not set, so a copied .env.example works', () => {
	expect(parseConfig({ BOT_TOKEN: '', PORT: '', TELEGRAM_API_ROOT: '' }, LOCALES)).toMatchObject({
		mode: 'playground',
		port: 8080,
	});
});

test('a slash at the end of the address makes no difference', () => {
	const config = parseConfig({ BOT_TOKEN: '1:abc', TELEGRAM_API_ROOT: 'http://localhost:8081/' }, LOCALES);
	expect(config).toMatchObject({ apiRoot: 'http://localhost:8081' });
});

test('a malformed token is never repeated', () => {
	expect(() => parseConfig({ BOT_TOKEN: 'hunter2 hunter2' }, LOCALES)).toThrow(/^BOT_TOKEN is malformed/);
	expect(() => parseConfig({ BOT_TOKEN: 'hunter2 hunter2' }, LOCALES)).not.toThrow(/hunter2/);
});

test('.env.example names exactly the variables that are read', () => {
	const example = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');
	const names = [...example.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
	expect(names).toEqual(Object.keys(ENVIRONMENT.shape));
});

const HOOK = { BOT_TOKEN: '1:abc', WEBHOOK_URL: 'https://bot.example.com/telegram', WEBHOOK_SECRET: 'a_long-word' };

test('with an address Telegram brings updates there', () => {
	expect(parseConfig(HOOK, LOCALES)).toMatchObject({
		mode: 'webhook',
		url: 'https://bot.example.com/telegram',
		path: '/telegram',
		secret: 'a_long-word',
		host: '127.0.0.1',
		port: 8080,
	});
});

test('while polling, the operator’s server opens only where a port is named', () => {
	expect(parseConfig({ BOT_TOKEN: '1:abc' }, LOCALES)).not.toHaveProperty('operator');
	expect(parseConfig({ BOT_TOKEN: '1:abc', PORT: '9000' }, LOCALES)).toMatchObject({
		operator: { host: '127.0.0.1', port: 9000 },
	});
});

test.each([
	[
		{ ...HOOK, WEBHOOK_SECRET: '' },
		'WEBHOOK_SECRET is missing although WEBHOOK_URL is "https://bot.example.com/telegram"',
	],
	[{ ...HOOK, WEBHOOK_URL: '' }, 'WEBHOOK_SECRET is set although WEBHOOK_URL is not'],
	[{ ...HOOK, BOT_TOKEN: '' }, 'BOT_TOKEN is missing although WEBHOOK_URL is'],
	[{ ...HOOK, WEBHOOK_URL: 'http://bot.example.com/telegram' }, 'write an https address'],
	[{ ...HOOK, WEBHOOK_URL: 'https://bot.example.com' }, 'give it a path of its own'],
	[{ ...HOOK, WEBHOOK_SECRET: 'two words' }, 'WEBHOOK_SECRET is malformed'],
	[{ REDIS_URL: 'redis://:secret@127.0.0.1' }, 'BOT_TOKEN is missing although REDIS_URL is set: set BOT_TOKEN too'],
	[{ BOT_TOKEN: '1:abc', REDIS_URL: 'http://secret@host' }, 'REDIS_URL is malformed'],
	[{ BOT_TOKEN: '1:abc', MAINTAINER_CHAT_ID: 'me' }, 'MAINTAINER_CHAT_ID is "me"'],
])('a combination that cannot work is one sentence: %o', (environment, sentence) => {
	expect(() => parseConfig(environment, LOCALES)).toThrow(sentence);
});

test.each<[string, Record<string, string>, RegExp]>([
	['an address without a token', { TELEGRAM_API_ROOT: 'http://127.0.0.1:1' }, /^BOT_TOKEN is missing although/],
	[
		'an address that is none',
		{ BOT_TOKEN: '123456:a-token', TELEGRAM_API_ROOT: 'telegram' },
		/^TELEGRAM_API_ROOT is "telegram"/,
	],
	[
		'an unknown language',
		{ DEFAULT_LOCALE: 'tlh' },
		/^DEFAULT_LOCALE is "tlh", which is no language here: write one of en, ja/,
	],
	['a port that is none', { PORT: '99999' }, /^PORT is "99999".*0 to 65535/],
	['an unknown log level', { LOG_LEVEL: 'loud' }, /^LOG_LEVEL is "loud".*fatal, error/],
	['a choice that is neither on nor off', { RICH_MESSAGES: 'maybe' }, /^RICH_MESSAGES is "maybe".*on or off/],
])('%s is told in one sentence', (_name, environment, sentence) => {
	const read = () => parseConfig(environment, LOCALES);
	expect(read).toThrow(OperatorError);
	expect(read).toThrow(sentence);
});
