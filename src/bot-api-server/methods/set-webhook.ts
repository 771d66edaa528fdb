import { checkAllowedUpdates } from '../checks/allowed-updates.ts';
import { checkWebhookUrl } from '../checks/webhook-url.ts';
import { badRequest, conflict } from '../errors.ts';
import type { BotApiMethod, MethodContext } from '../method.ts';

/** The state only: nobody connects to the URL. Tests deliver updates with `server.deliverTo`. */
export const setWebhook: BotApiMethod = {
	name: 'setWebhook',
	parameters: [
		...['url', 'certificate', 'ip_address', 'max_connections', 'allowed_updates'],
		...['drop_pending_updates', 'secret_token'],
	],
	call: (context) => {
		const { world, params } = context;
		const url = params.string('url') ?? '';
		const secretToken = checkSecret(params.string('secret_token'));
		if (url !== '') {
			checkWebhookUrl(url);
			world.endPoll?.(conflict('terminated by setWebhook request'));
		}
		checkAllowedUpdates(context);
		Object.assign(world.webhook, { url, secretToken, maxConnections: connections(context) });
		world.webhook.ipAddress = params.string('ip_address');
		if (params.boolean('drop_pending_updates')) {
			world.updates.clear();
		}
		return true;
	},
};

/** "1-100. Defaults to 40"; Telegram pulls other values into that range. */
function connections({ params }: MethodContext): number {
	return Math.min(Math.max(params.integer('max_connections') ?? 40, 1), 100);
}

/** "1-256 characters. Only characters A-Z, a-z, 0-9, _ and - are allowed" (setWebhook.secret_token). */
function checkSecret(secret: string | undefined): string | undefined {
	if (secret !== undefined && secret.length > 256) {
		throw badRequest('secret token is too long');
	}
	if (secret !== undefined && !/^[\w-]*$/.test(secret)) {
		throw badRequest('secret token contains unallowed characters');
	}
	return secret || undefined;
}
