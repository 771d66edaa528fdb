import type { ChainableCommander } from 'ioredis';

/**
 * Sends the commands of a transaction, which are done all or not at all.
 * @throws what was wrong with the first bad one, where the client says only that there was one, or returns it
 */
export async function execute(commands: ChainableCommander): Promise<void> {
	const results = await commands.exec().catch((error: { previousErrors?: readonly Error[] }) => {
		throw error.previousErrors?.[0] ?? error;
	});
	for (const [error] of results ?? []) {
		if (error) {
			throw error;
		}
	}
}
