import { expect, onTestFinished, test } from 'vitest';
import { createBotApiServer } from '../../../src/bot-api-server/index.ts';
import { startBot } from '../../support/bot-process.ts';

test('one person’s 5,000 messages make nobody else wait two seconds', async () => {
	const server = await createBotApiServer({ confirmTimeoutMs: 140_000 });
	onTestFinished(() => server.close());
	const answers = new Map<number, number>();
	server.world.onChange((change) => {
		if (change.type === 'new' && change.message.message.from?.is_bot && !answers.has(change.chatId)) {
			answers.set(change.chatId, performance.now());
		}
	});
	await startBot(server);
	const flooder = server.person({ name: 'Flooder', language: 'en' });
	for (let index = 0; index < 5000; index += 1) {
		void flooder.sends(`/balance povo ${index}`).catch(() => undefined);
	}
	const waits: number[] = [];
	for (let index = 0; index < 30; index += 1) {
		const person = server.person({ name: `Person ${index}`, language: 'en' });
		const asked = performance.now();
		void person.sends('/renew povo').catch(() => undefined);
		await expect.poll(() => answers.has(person.id), { timeout: 20_000, interval: 5 }).toBe(true);
		waits.push(Math.round((answers.get(person.id) ?? Infinity) - asked));
	}
	process.stdout.write(`behind 5,000 messages of one person others waited ${waits.join(', ')} ms\n`);
	expect(Math.max(...waits)).toBeLessThan(2000);
});
