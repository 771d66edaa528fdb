import type { BotApiMethod } from '../method.ts';
import { createWebhookState } from '../world/webhook.ts';

export const deleteWebhook: BotApiMethod = {
	name: 'deleteWebhook',
	parameters: ['drop_pending_updates'],
	call: ({ world, params }) => {
		Object.assign(world.webhook, createWebhookState());
		if (params.boolean('drop_pending_updates')) {
			world.updates.clear();
		}
		return true;
	},
};
