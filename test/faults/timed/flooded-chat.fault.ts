import { expect, test, vi } from 'vitest';
import { startPollingNokori } from '../../support/nokori.ts';

test('a flooded chat does not delay another by more than a second', async () => {
	const { server } = await startPollingNokori();
	const alice = server.person({ name: 'Alice', language: 'en' });
	const bob = server.person({ name: 'Bob', language: 'ja' });
	await bob.sends('/start');
	server.faults.next({ method: 'sendMessage', errorCode: 429, parameters: { retry_after: 30 } });
	const slow = alice.sends('/balance povo');
	slow.catch(() => undefined);
	await vi.waitFor(() =>
		expect(server.calls.of('sendMessage').some(({ error }) => error?.errorCode === 429)).toBe(true),
	);
	const start = performance.now();
	const answered = bob.sends('/keep povo');
	answered.catch(() => undefined);
	await vi.waitFor(() => expect(bob.screen.text).toContain('povo2.0'), { timeout: 5000, interval: 10 });
	expect(performance.now() - start).toBeLessThan(1000);
});
