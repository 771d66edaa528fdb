/** A bot's token as Telegram makes them, also as it stands in an address. */
const TOKEN = /\d{5,}(?::|%3A)[\w-]{25,}/gi;
/** The part of an address that names a user and a password. */
const USER_INFO = /(?<=\/\/)[^\s/@"']+(?=@)/g;

/** Takes secrets out of a text. */
export type HideSecrets = (text: string) => string;

/**
 * Makes the one function through which everything that is written goes: the log, and the sentences on standard error.
 * Whatever an answer, a library or a stack says, it is found by its value, and by its shape.
 * @param secrets values that must never be written
 */
export function createHideSecrets(secrets: readonly string[]): HideSecrets {
	const values = secrets.filter((secret) => secret !== '').flatMap((secret) => [secret, encodeURIComponent(secret)]);
	return (text) => {
		const withoutValues = values.reduce((hidden, value) => hidden.replaceAll(value, '[secret]'), text);
		return withoutValues.replace(TOKEN, '[secret]').replace(USER_INFO, '[secret]');
	};
}

/** The values of the environment that are secrets. */
export function secretsOf(environment: Readonly<Record<string, string | undefined>>): string[] {
	const { BOT_TOKEN = '', WEBHOOK_SECRET = '', REDIS_URL = '' } = environment;
	const password = URL.canParse(REDIS_URL) ? new URL(REDIS_URL).password : '';
	return [BOT_TOKEN, WEBHOOK_SECRET, password, decode(password)].filter((secret) => secret !== '');
}

function decode(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
