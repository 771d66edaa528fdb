import { expect, test } from 'vitest';
import { PROCEDURES } from '../../src/catalogue/vocabulary.ts';
import { content, startNokori } from '../support/nokori.ts';

async function openChat(language = 'en') {
	const { server } = await startNokori();
	const alice = server.person({ name: 'Alice', language });
	const bob = server.person({ name: 'Bob', language: 'ja' });
	const group = server.group({ title: 'A group without the bot', members: [alice, bob] });
	return { server, alice, bob, group };
}

test.each([
	['zh-hans', 'povo 续费', 'povo2.0 · 续费、延期'],
	['en', 'softbank prepaid balance', 'SoftBank'],
	['ja', '楽天モバイル 残りデータ', '楽天モバイル'],
	['zh-hant', 'docomo 續約', 'docomo'],
])('%s: “%s” gives the answer first', async (language, query, title) => {
	const { alice, server } = await openChat(language);
	const [first, ...others] = await alice.types(query);
	expect(first).toMatchObject({ type: 'article', title: expect.stringContaining(title) });
	expect((first as { description: string }).description.length).toBeGreaterThan(5);
	expect(others.length).toBeLessThan(20);
	expect(alice.inlineAnswer).toMatchObject({ isPersonal: true, cacheTime: 60 });
	expect(server.world.violations).toEqual([]);
});

test('an empty query offers every procedure, a begun name its carriers', async () => {
	const { alice } = await openChat();
	const all = await alice.types('');
	expect(all).toHaveLength(PROCEDURES.length);
	expect(all[0]).toMatchObject({ title: 'Data left', description: 'Which carrier?' });
	const begun = await alice.types('rak');
	expect(begun[0]).toMatchObject({ title: 'Rakuten Mobile' });
});

test('what nothing is known of offers the menu in private instead of an invented answer', async () => {
	const { alice } = await openChat();
	expect(await alice.types('best ramen near the hotel in Fukuoka please')).toEqual([]);
	expect(alice.inlineAnswer?.button).toMatchObject({ start_parameter: 'menu' });
});

test('buttons in a sent message work, also for others, and lead to the private chat', async () => {
	const { alice, bob, group, server } = await openChat();
	const there = alice.in(group);
	const [result] = await there.types('povo data left');
	await there.chooses(result as NonNullable<typeof result>);
	expect(there.screen.text).toContain('povo2.0 · Data left');
	await bob.in(group).tapsData('/keep-number/povo/', bob.in(group).screen);
	expect(there.screen.text).toContain('povo2.0 · 番号');
	await alice.in(group).tapsData('/check-data/', there.screen);
	expect(there.screen.text).toContain('Which carrier?');
	await alice.in(group).taps('Open private chat', there.screen);
	expect(alice.screen.text).toContain('Which carrier?');
	expect(server.world.unansweredTaps()).toEqual([]);
	expect(server.world.violations).toEqual([]);
});

test.each(['x'.repeat(256), '🙂'.repeat(128), '/balance@nokori_bot povo', '\u200b', '(.*)+$', 'povo povo povo'])(
	'any query of up to 256 characters is answered: %s',
	async (query) => {
		const { alice, server } = await openChat();
		expect((await alice.types(query)).length).toBeLessThanOrEqual(20);
		expect(server.world.violations).toEqual([]);
	},
);

test('every answer is found again by the title under which it is shared, in every language', async () => {
	const { createSearch } = await import('../../src/bot/features/inline/search.ts');
	const { answerTitle } = await import('../../src/bot/screens/format.ts');
	const { catalogue, i18n } = content();
	const search = createSearch(content());
	const lost: string[] = [];
	for (const { id: locale } of i18n.locales) {
		const reader = { locale, t: i18n.translator(locale) };
		for (const { id: carrier } of catalogue.carriers) {
			for (const procedure of catalogue.procedures(carrier)) {
				const title = answerTitle(catalogue, { procedure, carrier }, reader);
				if (search(title)[0] !== `/${procedure}/${carrier}/`) {
					lost.push(`${locale} ${title} → ${search(title)[0]}`);
				}
			}
		}
	}
	expect(lost).toEqual([]);
});
