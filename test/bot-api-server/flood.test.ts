import { GrammyError } from 'grammy';
import { expect, onTestFinished, test, vi } from 'vitest';
import { setUpWithGroup } from './support.ts';

async function refusals(calls: readonly (() => Promise<unknown>)[]): Promise<GrammyError[]> {
	const errors: GrammyError[] = [];
	for (const call of calls) {
		await call().catch((error) => void errors.push(error as GrammyError));
	}
	expect(errors.every((error) => error instanceof GrammyError)).toBe(true);
	return errors;
}

const times = (count: number, call: () => Promise<unknown>) => Array.from({ length: count }, () => call);

test('a group takes twenty messages a minute, and says how long to wait', async () => {
	const { api, group } = await setUpWithGroup();
	const [first, ...others] = await refusals(times(22, () => api.sendMessage(group.id, 'hello')));
	expect(others).toHaveLength(1);
	expect(first).toMatchObject({ error_code: 429 });
	expect(first?.parameters.retry_after).toBeGreaterThan(30);
	expect(first?.parameters.retry_after).toBeLessThanOrEqual(60);
});

test('edits in a group are counted for themselves', async () => {
	const { api, group } = await setUpWithGroup();
	const { message_id } = await api.sendMessage(group.id, '0');
	let edit = 0;
	const errors = await refusals(times(21, () => api.editMessageText(group.id, message_id, `${++edit}`)));
	expect(errors).toHaveLength(1);
});

test('a private chat takes a burst, then one a second; edits are free', async () => {
	const { api, alice } = await setUpWithGroup();
	const { message_id } = await api.sendMessage(alice.id, '0');
	const errors = await refusals(times(40, () => api.sendMessage(alice.id, 'hello')));
	expect(errors.length).toBeGreaterThan(5);
	expect(errors[0]?.parameters.retry_after).toBe(1);
	let edit = 0;
	expect(await refusals(times(40, () => api.editMessageText(alice.id, message_id, `${++edit}`)))).toEqual([]);
});

test('over all chats thirty messages a second are taken', async () => {
	const { server, api } = await setUpWithGroup();
	// Forty calls may take more than a second, on a busy machine.
	vi.useFakeTimers({ toFake: ['performance'] });
	onTestFinished(() => void vi.useRealTimers());
	const people = Array.from({ length: 40 }, (_, index) => server.person({ name: `Person ${index}` }));
	await Promise.all(people.map((person) => person.sends('/start')));
	const sent = await Promise.all(people.map(({ id }) => api.sendMessage(id, 'hello').catch((error) => error)));
	const refused = sent.filter((one) => one instanceof GrammyError);
	expect(refused.length).toBeGreaterThanOrEqual(10);
	expect(refused[0]?.parameters.retry_after).toBe(1);
});
