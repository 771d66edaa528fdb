import { expect, test } from 'vitest';
import { startNokori } from '../support/nokori.ts';

test.each([
	['a screen', '/check-data/povo/', 'povo2.0'],
	['a place that is gone, by the nearest above it', '/check-data/povo/gone/further/', 'povo2.0'],
	['an action that nobody knows, by its screen', '/carriers/nothing', 'Which carrier?'],
	['an action below a place that is gone', '/lang/gone/ja', 'Choose your language'],
])('a tap opens %s', async (_name, data, text) => {
	const { server } = await startNokori();
	const alice = server.person({ name: 'Alice', language: 'en' });
	await alice.sends('/menu');
	await alice.tapsData(data);
	expect(alice.screen.text).toContain(text);
	expect(server.world.unansweredTaps()).toEqual([]);
});

test('an action is done only for its whole name', async () => {
	const { server } = await startNokori();
	const alice = server.person({ name: 'Alice', language: 'en' });
	await alice.sends('/settings');
	const before = alice.screen.text;
	await alice.tapsData('/settings/not-rich');
	expect(alice.screen.text).toBe(before);
	await alice.tapsData('/settings/rich');
	expect(alice.screen.text).not.toBe(before);
});
