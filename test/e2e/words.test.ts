import { expect, test } from 'vitest';
import { createDeps, startNokori } from '../support/nokori.ts';

test('plain words with a carrier get the answer at once', async () => {
	const { server } = await startNokori();
	const wen = server.person({ name: 'Wen', language: 'zh-hans' });
	await wen.sends('povo 怎么保号');
	expect(wen.screen.text).toContain('povo2.0 · 保号');
	expect(server.world.violations).toEqual([]);
});

test('plain words without a carrier ask for it within that procedure', async () => {
	const { server } = await startNokori();
	const yuki = server.person({ name: 'Yuki', language: 'ja' });
	await yuki.sends('解約のやり方');
	expect(yuki.screen.text).toContain('解約');
	await yuki.taps('povo2.0');
	expect(yuki.screen.text).toContain('povo2.0 · 解約');
});

test("a carrier's name alone opens the carrier", async () => {
	const { server } = await startNokori();
	const alice = server.person({ name: 'Alice', language: 'en' });
	await alice.sends('docomo');
	await alice.taps('See the bill');
	expect(alice.screen.text).toContain('docomo · Bill');
});

test('what is not for us is said kindly, with the menu', async () => {
	const { server } = await startNokori();
	const alice = server.person({ name: 'Alice', language: 'en' });
	await alice.sends('who won the baseball game last night');
	expect(alice.screen.text).toMatch(/^I can't help with that\. I know SIM cards and eSIMs in Japan/);
	expect(alice.screen.buttons.length).toBeLessThan(8);
});

test('what is not clear gets the likeliest procedures as buttons, and one way to the menu', async () => {
	const { server } = await startNokori();
	const alice = server.person({ name: 'Alice', language: 'en' });
	await alice.sends('my plan');
	expect(alice.screen.text).toBe('I am not sure what you need. One of these?');
	const paths = alice.screen.buttons.flat().map(({ value }) => value);
	expect(paths).toHaveLength(4);
	expect(paths).not.toContain('/cancel/');
	await alice.taps('None of these');
	expect(alice.screen.text).toContain('help with SIMs in Japan');
});

test('a short number that several carriers use asks which, one that a single carrier uses answers', async () => {
	const { server } = await startNokori();
	const alice = server.person({ name: 'Alice', language: 'en' });
	await alice.sends('157');
	expect(alice.screen.text).toContain('157 is a service number of');
	expect(alice.screen.text).toContain('SoftBank');
	await alice.taps('au by KDDI');
	expect(alice.screen.text).toContain('au by KDDI · Customer support');
});

test('what was not understood is counted only when the operator wants it, and shown from three days on', async () => {
	let today = '2026-11-20';
	const { store } = createDeps();
	const { server } = await startNokori({ store, keepUnanswered: true, today: () => today });
	const alice = server.person({ name: 'Alice', language: 'en' });
	for (const day of ['2026-11-20', '2026-11-21', '2026-11-22']) {
		today = day;
		await alice.sends('the best ramen in town 42');
	}
	await alice.sends('only once, wonderful weather');
	expect(await store.listUnanswered(3)).toEqual([{ text: 'the best ramen in …', days: 3, times: 3, choices: {} }]);
});

test('which of the offered answers is tapped is counted once, and only when the operator wants it', async () => {
	for (const keepUnanswered of [true, false]) {
		const { store } = createDeps();
		const { server } = await startNokori({ store, keepUnanswered, today: () => '2026-11-20' });
		const alice = server.person({ name: 'Alice', language: 'en' });
		await alice.sends('my plan');
		const [first] = alice.screen.buttons.flat();
		const intent = first?.value.split('/').find((name) => name !== '');
		await alice.tapsData(first?.value ?? '');
		await alice.tapsData('/cancel/');
		const choices = intent === undefined ? {} : { [intent]: 1 };
		expect(await store.listUnanswered(1)).toEqual(
			keepUnanswered ? [{ text: 'my plan', days: 1, times: 1, choices }] : [],
		);
	}
});

test('nothing is counted by default', async () => {
	const { store } = createDeps();
	const { server } = await startNokori({ store });
	await server.person({ name: 'Alice', language: 'en' }).sends('the best ramen in town');
	expect(await store.listUnanswered(0)).toEqual([]);
});
