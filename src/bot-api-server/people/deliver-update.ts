import type { UpdateContent } from '../world/updates.ts';
import type { World } from '../world/world.ts';

/**
 * Queues an update and waits until the bot confirmed it, which with polling means that it was handled. Resolves at once
 * where the bot has not asked for this kind of update. `what` completes the sentence "… was sent".
 */
export async function deliverUpdate(world: World, content: UpdateContent, what: string): Promise<void> {
	const sender = content.message?.from ?? content.callback_query?.from ?? content.inline_query?.from;
	if (sender) {
		world.met.add(sender.id);
	}
	const updateId = world.updates.add(structuredClone(content));
	if (updateId !== undefined) {
		await confirmed(world, updateId, what);
	}
}

async function confirmed(world: World, updateId: number, what: string): Promise<void> {
	let timer: NodeJS.Timeout | undefined;
	const timeout = new Promise<never>((_resolve, reject) => {
		timer = setTimeout(() => {
			const seconds = world.confirmTimeoutMs / 1000;
			reject(
				new Error(
					`${what} was sent, but no poller confirmed update ${updateId} within ${seconds} s. Is the bot running?`,
				),
			);
		}, world.confirmTimeoutMs);
	});
	try {
		await Promise.race([world.updates.whenConfirmed(updateId), timeout]);
	} finally {
		clearTimeout(timer);
	}
}
