import { compact } from '../compact.ts';
import type { BotApiMethod } from '../method.ts';

export const getWebhookInfo: BotApiMethod = {
	name: 'getWebhookInfo',
	parameters: [],
	call: ({ world: { webhook, updates } }) => ({
		url: webhook.url,
		has_custom_certificate: false,
		pending_update_count: updates.pending.length,
		...compact({
			ip_address: webhook.ipAddress,
			max_connections: webhook.url === '' ? undefined : webhook.maxConnections,
			allowed_updates: updates.allowed.length > 0 ? updates.allowed : undefined,
			last_error_date: webhook.lastError?.date,
			last_error_message: webhook.lastError?.message,
		}),
	}),
};
