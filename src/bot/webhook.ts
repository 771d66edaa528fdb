import { setTimeout as sleep } from 'node:timers/promises';
import type { Api, GrammyError } from 'grammy';
import type { WebhookInfo } from 'grammy/types';
import { OperatorError } from '../errors.ts';
import { BAD_REQUEST, CONFLICT, errorCodeOf } from './telegram-errors.ts';
import { ALLOWED_UPDATES } from './updates.ts';

/** As many updates as one process handles at a time without any of them waiting for another. */
const MAX_CONNECTIONS = 100;

/** One that hangs must not keep the bot from its work. */
const INFO_TIMEOUT_MS = 10_000;
/** Telegram takes a webhook once a second. */
const PAUSE_MS = 1000;
const MAX_TRIES = 5;

export type Webhook = { url: string; secret: string };

/**
 * Tells Telegram where to bring updates, if that has changed. The secret cannot be read back, so a refusal of it (401)
 * in the last delivery is the sign of a new one.
 * @param since when it was set last, in seconds since 1970: refusals before that are of an older secret
 * @returns whether anything was changed
 * @throws OperatorError where Telegram refuses the address
 */
export async function publishWebhook(api: Api, { url, secret }: Webhook, since = 0): Promise<boolean> {
	// Where Telegram does not tell what is set, setting it again does no harm.
	const info = await getWebhookInfo(api).catch(() => undefined);
	const isSame =
		info !== undefined &&
		info.url === url &&
		info.max_connections === MAX_CONNECTIONS &&
		ALLOWED_UPDATES.every((kind) => info.allowed_updates?.includes(kind)) &&
		info.allowed_updates?.length === ALLOWED_UPDATES.length &&
		!(info.last_error_message?.includes('401') && (info.last_error_date ?? 0) > since);
	if (!isSame) {
		await setWebhook(api, { url, secret });
	}
	return !isSame;
}

async function setWebhook(api: Api, { url, secret }: Webhook, tries = 1): Promise<void> {
	const options = { secret_token: secret, max_connections: MAX_CONNECTIONS, allowed_updates: ALLOWED_UPDATES };
	try {
		await api.setWebhook(url, options);
	} catch (error) {
		const code = errorCodeOf(error);
		if (code === CONFLICT && tries < MAX_TRIES) {
			// Replicas that start together end each other's call; the last one counts, and all set the same.
			await sleep(PAUSE_MS);
			return setWebhook(api, { url, secret }, tries + 1);
		}
		if (code !== BAD_REQUEST) {
			throw error;
		}
		const { description } = error as GrammyError;
		throw new OperatorError(
			`WEBHOOK_URL is "${url}", which Telegram refuses (${description}): the name must be found by everybody, the port be 443, 80, 88 or 8443.`,
			{ cause: error },
		);
	}
}

/** While a webhook is set, Telegram refuses to be polled. Waiting updates are kept. */
export async function removeWebhook(api: Api): Promise<void> {
	const { url } = await getWebhookInfo(api);
	if (url) {
		await api.deleteWebhook();
	}
}

function getWebhookInfo(api: Api): Promise<WebhookInfo> {
	return api.getWebhookInfo(AbortSignal.timeout(INFO_TIMEOUT_MS) as never);
}
