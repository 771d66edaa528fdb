import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Deps } from '../../src/bot/deps.ts';
import type { Person } from '../../src/bot-api-server/index.ts';
import type { Reminder } from '../../src/storage/reminder.ts';
import type { Nokori } from '../support/nokori.ts';
import { content, createDeps, startNokori } from '../support/nokori.ts';

const RUNS = { numRuns: 20 };

/** Any UTF-16 units, also halves of emoji, as an earlier version left them. */
const unit = fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.integer({ min: 0xd83c, max: 0xdfff }));
const broken = fc.array(unit, { minLength: 1, maxLength: 32 }).map((units) => String.fromCharCode(...units));
const typed = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 });
const name = fc.oneof(broken, typed, fc.constant(`${'a'.repeat(31)}\ud83d`), fc.constant(' '.repeat(32)));

const carrier = fc.constantFrom(...content().catalogue.carriers.map(({ id }) => id));
const reminders = fc.array(fc.record({ carrier, label: fc.option(name, { nil: undefined }) }), { maxLength: 20 });

function toReminder(
	personId: number,
	index: number,
	{ carrier: id, label }: { carrier: string; label?: string },
): Reminder {
	return {
		id: `0000000${index}`.slice(-8),
		personId,
		carrier: id,
		locale: 'en',
		...(label === undefined ? {} : { label }),
		from: '2026-12-01',
		ends: '2027-05-30',
		timeZone: 'Asia/Tokyo',
		due: Date.UTC(2027, 3, 30, 1),
	};
}

let people = 0;

async function openChat(overrides: Partial<Deps> = {}): Promise<{ nokori: Nokori; deps: Deps }> {
	const deps = createDeps(overrides);
	return { deps, nokori: await startNokori(deps, { floodLimits: false }) };
}

/** What Telegram takes out of a text by itself, as it does when a person sends it. */
const CLEANED = new Set(['removed-character', 'control-character', 'direction-marks']);

/** What the server refused, and what it only let pass. */
function refusals({ server }: Nokori): string[] {
	const errors = server.calls.all.flatMap(({ error }) => (error ? [error.description] : []));
	const violations = server.world.violations.filter(({ rule }) => !CLEANED.has(rule));
	// A file that is asked for leaves the screen as it is.
	return [
		...errors.filter((one) => !one.includes('not modified')),
		...violations.map(({ rule, detail }) => `${rule}: ${detail}`),
	];
}

/** Every page of /privacy, put together. */
async function readsPrivacy(person: Person): Promise<string> {
	await person.sends('/privacy');
	const pages = [person.screen.text];
	while (person.screen.buttons.flat().some(({ text }) => text === 'Read more ›')) {
		await person.taps('Read more ›');
		pages.push(person.screen.text);
	}
	return pages.join('\n');
}

test.each([
	['text', false],
	['rich messages', true],
])(
	'whatever cards and reminders are called, every screen comes, the file and the deletion: %s',
	async (_name, richMessages) => {
		const { nokori, deps } = await openChat({ richMessages });
		const { server } = nokori;
		await fc.assert(
			fc.asyncProperty(fc.array(name, { maxLength: 5 }), reminders, async (nicknames, wanted) => {
				const alice = server.person({ name: `Alice ${++people}`, language: 'en' });
				const cards = nicknames.map((nickname) => ({ carrier: 'povo', nickname }));
				await deps.store.changePerson(alice.id, { cards });
				const kept = wanted.map((one, index) => toReminder(alice.id, index, one as { carrier: string }));
				await Promise.all(kept.map((one) => deps.store.saveReminder(one)));
				const shown = await readsPrivacy(alice);
				expect(shown.split('Next reminder: 30 April 2027').length - 1).toBe(kept.length);
				expect(shown.split('Your card: povo2.0').length - 1).toBe(cards.length);
				for (const path of [
					'/mycard/',
					'/mycard/card-1/',
					'/remind/',
					...kept.slice(0, 2).map(({ id }) => `/remind/one-${id}/`),
				]) {
					await alice.tapsData(path);
					expect(alice.screen.text).not.toContain('went wrong');
				}
				await alice.sends('/privacy');
				await alice.taps('Export as a file');
				const bytes = alice.messages.findLast(({ file }) => file !== undefined)?.file?.bytes ?? new Uint8Array();
				expect(JSON.parse(Buffer.from(bytes).toString())).toEqual(await deps.store.exportPerson(alice.id));
				await alice.sends('/privacy');
				await alice.taps('Delete everything');
				await alice.taps('Yes, delete it now');
				expect(alice.toasts.at(-1)?.text).toContain('Nothing about you is kept');
				expect(await deps.store.exportPerson(alice.id)).toEqual({ settings: {}, reminders: [], votes: [] });
			}),
			RUNS,
		);
		expect(refusals(nokori)).toEqual([]);
	},
);

test('a nickname of any letters is kept in whole characters, and shown', async () => {
	const { nokori, deps } = await openChat();
	const { server } = nokori;
	await fc.assert(
		fc.asyncProperty(typed, async (words) => {
			const alice = server.person({ name: `Alice ${++people}`, language: 'en' });
			await alice.sends(`/mycard povo ${words}`);
			const [card] = (await deps.store.readPerson(alice.id)).cards ?? [];
			expect((card?.nickname ?? '').length).toBeLessThanOrEqual(32);
			expect((card?.nickname ?? '').isWellFormed()).toBe(true);
			await alice.sends('/mycard');
			expect(alice.screen.text).toContain('povo2.0');
			await readsPrivacy(alice);
			expect(alice.screen.text).not.toContain('went wrong');
		}),
		RUNS,
	);
	expect(refusals(nokori)).toEqual([]);
});

test('a nickname that ends inside an emoji locks nobody out, neither one from now nor one from before', async () => {
	const { nokori, deps } = await openChat();
	const alice = nokori.server.person({ name: 'Alice', language: 'en' });
	await alice.sends(`/mycard povo ${'a'.repeat(31)}😀`);
	expect((await deps.store.readPerson(alice.id)).cards).toEqual([{ carrier: 'povo', nickname: 'a'.repeat(31) }]);
	await deps.store.changePerson(alice.id, { cards: [{ carrier: 'povo', nickname: `${'b'.repeat(31)}\ud83d` }] });
	for (const command of ['/mycard', '/remind', '/privacy']) {
		await alice.sends(command);
		expect(JSON.stringify([alice.screen.text, alice.screen.buttons])).toMatch(/b{31}/);
	}
});
