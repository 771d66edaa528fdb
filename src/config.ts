import { join } from 'node:path';
import { z } from 'zod';
import { OperatorError } from './errors.ts';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const apiRoot = z
	.url({ protocol: /^https?$/, error: 'write an address like https://api.telegram.org' })
	.transform((url) => url.replace(/\/+$/, ''));
const token = z
	.string()
	.regex(/^\d+:[\w-]+$/, 'copy the token whole from @BotFather: digits, a colon, letters and digits');
const port = z
	.string()
	.regex(/^\d{1,5}$/, 'write a number from 0 to 65535')
	.transform(Number)
	.refine((number) => number <= 65_535, 'write a number from 0 to 65535');
const redisUrl = z.url({ protocol: /^rediss?$/, error: 'write an address like redis://127.0.0.1:6379' });
const webhookUrl = z
	.url({ protocol: /^https$/, error: 'write an https address with a path, like https://bot.example.com/telegram' })
	.refine((url) => new URL(url).pathname !== '/', 'give it a path of its own, like /telegram');
const secret = z.string().regex(/^[\w-]{1,256}$/, 'write 1 to 256 letters, digits, _ or -');
const chatId = z
	.string()
	.regex(/^-?\d{1,15}$/, 'write the number of a chat, like 5000000001 or -1001234567890')
	.transform(Number);
const onOff = z.enum(['on', 'off'], 'write on or off').transform((value) => value === 'on');

/** Every variable that the bot reads. `.env.example` lists the same names; a test compares them. */
export const ENVIRONMENT = z.object({
	BOT_TOKEN: token.optional(),
	TELEGRAM_API_ROOT: apiRoot.optional(),
	DATA_DIR: z.string().default('./data'),
	HOST: z.string().default('127.0.0.1'),
	PORT: port.optional(),
	WEBHOOK_URL: webhookUrl.optional(),
	WEBHOOK_SECRET: secret.optional(),
	LOG_LEVEL: z.enum(LOG_LEVELS, `write one of ${LOG_LEVELS.join(', ')}`).default('info'),
	DEFAULT_LOCALE: z.string().default('en'),
	RICH_MESSAGES: onOff.default(false),
	KEEP_MISSES: onOff.default(false),
	REDIS_URL: redisUrl.optional(),
	MAINTAINER_CHAT_ID: chatId.optional(),
});

type Common = {
	dataDir: string;
	logLevel: (typeof LOG_LEVELS)[number];
	defaultLocale: string;
	richMessages: boolean;
	keepUnanswered: boolean;
	/** Several processes share this server; without it one process keeps a file of its own. */
	redisUrl?: string;
	maintainerChatId?: number;
};

/** Without a token there is nothing to connect to, so the bot talks to its own server on this machine. */
export type Config = Common & (({ token: string; apiRoot: string } & Transport) | ({ mode: 'playground' } & Address));

/** Where a server listens. */
type Address = { host: string; port: number };

const SECRETS: readonly string[] = ['BOT_TOKEN', 'REDIS_URL', 'WEBHOOK_SECRET'];
const DEFAULT_PORT = 8080;

/**
 * Reads the environment once.
 * @param environment usually that of the process; an empty value counts as not set
 * @param locales the languages that there are
 * @throws OperatorError for the first variable that cannot be used
 */
export function parseConfig(environment: Record<string, string | undefined>, locales: readonly string[]): Config {
	const given = Object.fromEntries(
		Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
	);
	const result = ENVIRONMENT.safeParse(given);
	if (!result.success) {
		throw new OperatorError(describe(result.error, given));
	}
	const values = result.data;
	if (!locales.includes(values.DEFAULT_LOCALE)) {
		throw new OperatorError(
			`DEFAULT_LOCALE is "${values.DEFAULT_LOCALE}", which is no language here: write one of ${locales.join(', ')}.`,
		);
	}
	return toConfig(values);
}

function describe(error: z.ZodError, given: Record<string, string | undefined>): string {
	const issue = error.issues[0];
	const name = String(issue?.path[0]);
	const value = SECRETS.includes(name) ? 'malformed' : `"${given[name]}", which cannot be used`;
	return `${name} is ${value}: ${issue?.message}.`;
}

type Values = z.infer<typeof ENVIRONMENT>;

function toConfig(values: Values): Config {
	const common: Common = {
		dataDir: values.DATA_DIR,
		logLevel: values.LOG_LEVEL,
		defaultLocale: values.DEFAULT_LOCALE,
		richMessages: values.RICH_MESSAGES,
		keepUnanswered: values.KEEP_MISSES,
		...(values.REDIS_URL === undefined ? {} : { redisUrl: values.REDIS_URL }),
		...(values.MAINTAINER_CHAT_ID === undefined ? {} : { maintainerChatId: values.MAINTAINER_CHAT_ID }),
	};
	if (values.BOT_TOKEN) {
		const apiRoot = values.TELEGRAM_API_ROOT ?? 'https://api.telegram.org';
		return { ...common, token: values.BOT_TOKEN, apiRoot, ...transportOf(values) };
	}
	const without = (['TELEGRAM_API_ROOT', 'WEBHOOK_URL', 'WEBHOOK_SECRET', 'REDIS_URL'] as const).find(
		(name) => values[name],
	);
	if (without) {
		const value = SECRETS.includes(without) ? 'set' : `"${values[without]}"`;
		const remedy = `set BOT_TOKEN too, or remove ${without} to open the playground`;
		throw new OperatorError(`BOT_TOKEN is missing although ${without} is ${value}: ${remedy}.`);
	}
	// The people of the playground are nobody: a real bot must not find them among its own.
	const dataDir = join(values.DATA_DIR, 'playground');
	return { ...common, dataDir, mode: 'playground', host: values.HOST, port: values.PORT ?? DEFAULT_PORT };
}

type Transport =
	| { mode: 'polling'; operator?: Address }
	| ({ mode: 'webhook'; url: string; path: string; secret: string } & Address);

/** With an address Telegram brings updates to it; without one they are asked for. */
function transportOf({ WEBHOOK_URL: url, WEBHOOK_SECRET: secret, HOST: host, PORT: port }: Values): Transport {
	if (url === undefined) {
		if (secret !== undefined) {
			throw new OperatorError('WEBHOOK_SECRET is set although WEBHOOK_URL is not: set WEBHOOK_URL too, or remove it.');
		}
		return { mode: 'polling', ...(port === undefined ? {} : { operator: { host, port } }) };
	}
	if (secret === undefined) {
		throw new OperatorError(
			`WEBHOOK_SECRET is missing although WEBHOOK_URL is "${url}": set a long random word of letters and digits.`,
		);
	}
	return { mode: 'webhook', url, path: new URL(url).pathname, secret, host, port: port ?? DEFAULT_PORT };
}
