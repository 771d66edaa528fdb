import { type Api, GrammyError } from 'grammy';
import { OperatorError } from '../errors.ts';
import { ALLOWED_UPDATES } from './polling/index.ts';

/** As many updates as one process handles at a time without any of them waiting for another. */
const MAX_CONNECTIONS = 100;

type Webhook = { url: string; secret: string };

/**
 * Tells Telegram where to bring updates, if that has changed. The secret cannot be read back, so a refusal of it (401)
 * in the last delivery is the sign of a new one.
 * @returns whether anything was changed
 * @throws OperatorError where Telegram refuses the address
 */
export async function publishWebhook(api: Api, { url, secret }: Webhook): Promise<boolean> {
	const info = await api.getWebhookInfo();
	const isSame =
		info.url === url &&
		info.max_connections === MAX_CONNECTIONS &&
		ALLOWED_UPDATES.every((kind) => info.allowed_updates?.includes(kind)) &&
		info.allowed_updates?.length === ALLOWED_UPDATES.length &&
		!info.last_error_message?.includes('401');
	if (!isSame) {
		await setWebhook(api, { url, secret });
	}
	return !isSame;
}

async function setWebhook(api: Api, { url, secret }: Webhook): Promise<void> {
	const options = { secret_token: secret, max_connections: MAX_CONNECTIONS, allowed_updates: ALLOWED_UPDATES };
	try {
		await api.setWebhook(url, options);
	} catch (error) {
		if (!(error instanceof GrammyError)) {
			throw error;
		}
		throw new OperatorError(
			`WEBHOOK_URL is "${url}", which Telegram refuses (${error.description}): the name must be found by everybody, the port be 443, 80, 88 or 8443.`,
			{ cause: error },
		);
	}
}

/** While a webhook is set, Telegram refuses to be polled. Waiting updates are kept. */
export async function removeWebhook(api: Api): Promise<void> {
	const { url } = await api.getWebhookInfo();
	if (url) {
		await api.deleteWebhook();
	}
}
