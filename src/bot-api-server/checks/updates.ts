import { badRequest } from '../errors.ts';
import type { MethodContext } from '../method.ts';

/** Update kinds of update.d.ts; Telegram silently ignores others. */
const UPDATE_KINDS: readonly unknown[] = [
	...['message', 'edited_message', 'channel_post', 'edited_channel_post', 'business_connection', 'business_message'],
	...['edited_business_message', 'deleted_business_messages', 'guest_message', 'stopped_message_generation'],
	...['message_reaction', 'message_reaction_count', 'inline_query', 'chosen_inline_result', 'callback_query'],
	...['shipping_query', 'pre_checkout_query', 'purchased_paid_media', 'poll', 'poll_answer', 'my_chat_member'],
	...['chat_member', 'chat_join_request', 'chat_boost', 'removed_chat_boost', 'managed_bot', 'subscription'],
];

/** Ports of https://core.telegram.org/bots/webhooks */
const WEBHOOK_PORTS: readonly string[] = ['', '443', '80', '88', '8443'];

/** "If not specified, the previous setting will be used"; an empty list goes back to the default. */
export function checkAllowedUpdates({ world, params, violate }: MethodContext): void {
	const allowed = params.json('allowed_updates');
	if (allowed === undefined) {
		return;
	}
	if (!Array.isArray(allowed)) {
		throw badRequest("can't parse allowed_updates: expected an Array of String");
	}
	for (const kind of allowed.filter((entry) => !UPDATE_KINDS.includes(entry))) {
		violate('unknown-update-kind', `allowed_updates names "${String(kind)}", which does not exist`);
	}
	world.updates.allowed = allowed.map(String);
}

export function checkWebhookUrl(url: string): void {
	const parsed = URL.canParse(url) ? new URL(url) : undefined;
	if (parsed?.protocol !== 'https:') {
		throw badRequest('bad webhook: An HTTPS URL must be provided for webhook');
	}
	if (!WEBHOOK_PORTS.includes(parsed.port)) {
		throw badRequest('bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443');
	}
	if (!parsed.hostname.includes('.')) {
		throw badRequest('bad webhook: Failed to resolve host: Name or service not known');
	}
	if (/^(127|10|192\.168)\./.test(parsed.hostname)) {
		throw badRequest(`bad webhook: IP address ${parsed.hostname} is reserved`);
	}
}

/** "1-256 characters. Only characters A-Z, a-z, 0-9, _ and - are allowed" (setWebhook); undefined for none. */
export function checkSecretToken(secret: string | undefined): string | undefined {
	if (secret !== undefined && secret.length > 256) {
		throw badRequest('secret token is too long');
	}
	if (secret !== undefined && !/^[\w-]*$/.test(secret)) {
		throw badRequest('secret token contains unallowed characters');
	}
	return secret || undefined;
}
