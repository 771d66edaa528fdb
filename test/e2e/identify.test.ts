import { expect, test } from 'vitest';
import { startNokori } from '../support/nokori.ts';

test('an app leads to its carrier in two taps, and the answer says that it is only probable', async () => {
	const { server } = await startNokori();
	const alice = server.person({ name: 'Alice', language: 'en' });
	await alice.sends('/identify');
	await alice.taps('Look by app');
	await alice.taps('povo2.0アプリ');
	expect(alice.screen.text).toContain('povo2.0');
	expect(alice.screen.text).toContain('probably');
	await alice.taps('povo2.0');
	expect(alice.screen.text).toContain('povo2.0 · Which carrier is it?');
	await alice.taps('Check data');
	expect(alice.screen.text).toContain('povo2.0 · Data left');
});

test('the digits of an ICCID are said to name the maker of the card, not the carrier', async () => {
	const { server } = await startNokori();
	const alice = server.person({ name: 'Alice', language: 'zh-hans' });
	await alice.sends('/identify');
	await alice.taps('按ICCID找');
	await alice.taps('8981200…');
	expect(alice.screen.text).toContain('软银');
	expect(alice.screen.text).toContain('不代表');
});

test('whoever does not know the carrier is helped from every choice of one', async () => {
	const { server } = await startNokori();
	const alice = server.person({ name: 'Alice', language: 'en' });
	await alice.sends('/topup');
	await alice.taps("I don't know my carrier");
	expect(alice.screen.text).toContain('Which carrier is it?');
});
