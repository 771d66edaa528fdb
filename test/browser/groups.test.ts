import { describe, expect, test } from 'vitest';
import { answer, box, inBrowser, isChromiumMissing, sees, sends, suggestions } from './support.ts';

describe.skipIf(isChromiumMissing())('groups in the browser', () => {
	const { open } = inBrowser();

	test("the asker's tap moves the menu, another member's is answered for them alone", async () => {
		const alice = await open({ person: 'alice', chat: 'group:osaka' });
		const aoi = await open({ person: 'aoi', chat: 'group:osaka', beside: alice });
		await sends(alice, '@nokori_bot povo keep number');
		await sees(answer(alice, 'Keep the number'));
		await answer(aoi, 'Keep the number').getByRole('button', { name: 'Renew' }).click();
		await sees(aoi.getByText('Only you see this'));
		expect(await alice.getByText('Only you see this').count()).toBe(0);
		await sees(answer(alice, 'povo2.0 · Keep the number'));
		await answer(alice, 'Keep the number').getByRole('button', { name: 'Renew' }).click();
		await sees(answer(alice, 'povo2.0 · Renew'));
	});

	test('a command picked from the list is seen by its sender only, and so is the answer', async () => {
		const alice = await open({ person: 'alice', chat: 'group:osaka' });
		const chen = await open({ person: 'chen', chat: 'group:osaka', beside: alice });
		await box(alice).fill('/bal');
		await suggestions(alice, { name: /^\/balance/ }).click();
		await sees(
			alice
				.getByRole('article', { name: /^You/ })
				.filter({ hasText: /Only you see this.*\/balance@nokori_bot/ })
				.last(),
		);
		await sees(answer(alice, 'Only you see this'));
		expect(await chen.getByText('/balance@nokori_bot').count()).toBe(0);
	});

	test('an inline result is picked from a list and sent', async () => {
		const tab = await open({ person: 'alice', chat: 'group:osaka' });
		await box(tab).fill('@nokori_bot povo');
		await suggestions(tab, { name: /Keep the number/ }).click();
		const sent = tab.getByRole('article', { name: /^You/ }).filter({ hasText: 'via @nokori_bot' });
		await sees(sent.filter({ hasText: 'povo2.0 · Keep the number' }));
	});

	test('a group that never added the bot is answered as a guest', async () => {
		const tab = await open({ person: 'alice', chat: 'group:elsewhere' });
		await sends(tab, '@nokori_bot povo keep number');
		await sees(answer(tab, 'povo2.0 · Keep the number'));
	});

	test('a topic is answered in the topic', async () => {
		const tab = await open({ person: 'alice' });
		await tab.getByRole('button', { name: /SIM cards/ }).click();
		await sends(tab, '@nokori_bot povo keep number');
		await sees(answer(tab, 'povo2.0 · Keep the number'));
		await tab
			.getByRole('button', { name: /^L Life in Japan|^Life in Japan (?!›)/ })
			.first()
			.click();
		expect(await answer(tab, 'povo2.0').count()).toBe(0);
	});

	test('a reply quotes what it replies to', async () => {
		const tab = await open({ person: 'chen', chat: 'group:osaka' });
		await sends(tab, 'povo 怎么保号');
		await tab.getByRole('button', { name: 'Reply to 小陈 Chen' }).last().click();
		await sends(tab, '@nokori_bot');
		await sees(tab.getByRole('button', { name: /In reply to 小陈 Chen: povo 怎么保号/ }).first());
	});
});
