import { expect, test } from 'vitest';
import { fromPayload, toPayload } from '../../src/bot/paths.ts';
import { findScreen } from '../../src/bot/screens/screen.ts';
import { startNokori } from '../support/nokori.ts';
import { allPlaces, everyScreen } from '../support/screens.ts';

test('every screen has a legal payload that leads back to it, or to the nearest screen that has one', () => {
	const root = everyScreen();
	// The name above the doors shows the menu itself.
	const places = allPlaces(root).filter(({ path }) => path !== '/menu/');
	const illegal = places.filter(({ path }) => !/^[A-Za-z0-9_-]{1,64}$/.test(toPayload(path)));
	expect(illegal.map(({ path }) => path)).toEqual([]);
	const strayed = places.filter(({ path }) => {
		const reached = findScreen(root, fromPayload(toPayload(path))).path;
		return /^\/(?:identify-carrier|for)\//.test(path) ? !path.startsWith(reached) : reached !== path;
	});
	expect(strayed.map(({ path }) => path)).toEqual([]);
});

test.each([
	['check-data_povo', 'povo2.0 · Data left'],
	['keep-number_povo_esim', 'povo2.0 · Keep the number'],
	['renew', 'Which carrier?'],
	['carriers_ahamo', 'ahamo'],
	['for_check-data', 'Data left · Which carrier is it?'],
	['for_check-data_printed', 'What is printed'],
	['identify-carrier_unknown_check-data', 'Any phone · Data left'],
	['use-abroad_saily', 'I know nothing reliable about “Use it abroad” at Saily.'],
	['menu', 'help with SIMs in Japan'],
	['nothing-like-that', 'help with SIMs in Japan'],
	['check-data_nobody', 'Which carrier?'],
	['_'.repeat(64), 'help with SIMs in Japan'],
	['-'.repeat(64), 'help with SIMs in Japan'],
	['__proto___constructor', 'help with SIMs in Japan'],
	['lang_ja', 'Choose your language'],
	['0', 'help with SIMs in Japan'],
])('?start=%s opens “%s”', async (payload, text) => {
	const { server } = await startNokori();
	const alice = server.person({ name: 'Alice', language: 'en' });
	await alice.opens(`https://t.me/nokori_bot?start=${payload}`);
	expect(alice.screen.text).toContain(text);
	expect(server.calls.count('sendMessage')).toBe(1);
});

test('an answer is shared by its title and copied as a link, and both lead to it', async () => {
	const { server } = await startNokori();
	const alice = server.person({ name: 'Alice', language: 'ja' });
	const bob = server.person({ name: 'Bob', language: 'en' });
	await alice.sends('/balance povo');
	await alice.taps('⋯ その他');
	const [share] = alice.screen.buttons.flat().filter(({ kind }) => kind === 'inline-chosen');
	expect(share?.text).toBe('共有する');
	const [shared] = await alice.types(share?.value ?? '');
	expect(shared).toMatchObject({ id: 'check-data_povo' });
	await alice.taps('リンクをコピー');
	await bob.opens(alice.clipboard);
	expect(bob.screen.text).toContain('povo2.0 · Data left');
});
