import fc from 'fast-check';
import { expect, test } from 'vitest';
import { startNokori } from '../support/nokori.ts';

const MESSAGES: readonly [string, string][] = [
	['100 kB', 'あ'.repeat(34_000)],
	['only spaces', '     '],
	['right-to-left marks', '\u202e\u200fovop/\u202c'],
	['zero-width characters', '/bal\u200bance po\u200bvo'],
	['emoji', '👩‍👩‍👧‍👦🇯🇵📱'],
	['a lone surrogate', '\ud83d'],
	['a command with 4,000 characters', `/balance ${'povo '.repeat(800)}`],
	['a command with a wall of one letter', `/balance ${'x'.repeat(4000)}`],
	['control characters', '/renew \u0000\u0007\u001b[31mpovo'],
	['something like code', '/keep {{t}} $t(menu.home) %s <b>&amp;'],
	['a slash alone', '/'],
	['emoji and nothing else', '😀📱❓'],
	['languages mixed', 'hola povo 怎么 チャージ please 부탁해요'],
	['400 characters of story', 'povo and then my aunt came and '.repeat(13)],
	['an unknown command', '/restart'],
];

test.each(MESSAGES)('%s gets an ordinary answer or the menu', async (_name, text) => {
	const { server } = await startNokori();
	const alice = server.person({ name: 'Alice', language: 'en' });
	await alice.sends(text);
	expect(alice.screen.text).toMatch(/povo2\.0|Which carrier|help with SIMs in Japan|I am not sure/);
	expect(alice.screen.text).not.toMatch(/undefined|\{\{|went wrong/);
	expect(server.world.violations).toEqual([]);
});

test('no message whatsoever brings an error', async () => {
	const { server } = await startNokori({}, { floodLimits: false });
	const alice = server.person({ name: 'Alice', language: 'en' });
	const text = fc.oneof(
		fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }),
		fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }).map((words) => `/balance ${words}`),
	);
	await fc.assert(
		fc.asyncProperty(text, async (words) => {
			await alice.sends(words);
			expect(alice.screen.text).not.toContain('went wrong');
		}),
		{ numRuns: 100 },
	);
	expect(server.world.violations).toEqual([]);
});
