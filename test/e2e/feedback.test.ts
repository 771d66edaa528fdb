import { expect, test } from 'vitest';
import en from '../../locales/en.json' with { type: 'json' };
import type { Person } from '../../src/bot-api-server/index.ts';
import { content, createDeps, startNokori, TODAY } from '../support/nokori.ts';

const MAINTAINER = 5_000_000_099;
const HOUR_IN_MS = 3_600_000;

const LABELS = en.feedback.button;

/** A bot with a maintainer, and a clock that stands still until it is moved. */
async function openChats() {
	const clock = { now: Date.UTC(2026, 10, 20, 1), today: TODAY };
	const deps = createDeps({ maintainerChatId: MAINTAINER, now: () => clock.now, today: () => clock.today });
	const { server } = await startNokori(deps, { floodLimits: false });
	const maintainer = server.person({ name: 'Mia', language: 'en', id: MAINTAINER });
	await maintainer.sends('/start');
	const alice = server.person({ name: 'Alice', language: 'en' });
	await alice.sends('/start');
	const told = (): string[] => maintainer.messages.map(({ text }) => text).filter((text) => text.includes('as wrong'));
	return { deps, server, alice, told, clock };
}

const THANKS = 'Thank you!';
const AGAIN = 'You have told us already this month. Thank you!';

/** What is said of an answer one after the other, the last toast of each, and of what the maintainer is told. */
const ORDERS = [
	['good, then steps', ['good', 'steps'], [THANKS, THANKS], ['steps']],
	['steps, then links', ['steps', 'links'], [THANKS, THANKS], ['steps', 'links']],
	['links, then good', ['links', 'good'], [THANKS, THANKS], ['links']],
	['good, then good', ['good', 'good'], [THANKS, AGAIN], []],
	['numbers, then numbers', ['numbers', 'numbers'], [THANKS, AGAIN], ['numbers']],
	['there and back', ['good', 'links', 'good', 'links'], [THANKS, THANKS, THANKS, THANKS], ['links', 'links']],
] as const;

test.each(ORDERS)('the last word counts: %s', async (_name, said, thanks, reported) => {
	const { deps, alice, told, clock } = await openChats();
	for (const what of said) {
		await alice.tapsData(`/feedback/check-data.povo/${what}`);
		// Of the same answer the maintainer hears once an hour.
		clock.now += HOUR_IN_MS;
	}
	expect(alice.toasts.map(({ text }) => text)).toEqual(thanks);
	expect(told()).toEqual(reported.map((what) => expect.stringContaining(`(${LABELS[what]})`)));
	const none = { answer: 'check-data/povo', good: 0, steps: 0, links: 0, numbers: 0 };
	expect(await deps.store.listVotes()).toEqual([{ ...none, [said.at(-1) ?? '']: 1 }]);
	expect((await deps.store.exportPerson(alice.id)).votes).toEqual(['check-data/povo 2026-11']);
});

test('next month’s word is a new one, and the last month’s stays', async () => {
	const { deps, alice, told, clock } = await openChats();
	await reports(alice, ['check-data.povo']);
	clock.now += 11 * 24 * HOUR_IN_MS;
	clock.today = '2026-12-01';
	await reports(alice, ['check-data.povo']);
	await alice.tapsData('/feedback/check-data.povo/good');
	expect(alice.toasts.map(({ text }) => text)).toEqual([THANKS, THANKS, THANKS]);
	expect(told()).toHaveLength(2);
	expect(await deps.store.listVotes()).toMatchObject([{ answer: 'check-data/povo', good: 1, steps: 1 }]);
});

test('who praised an answer and then finds it wrong is heard, with the buttons as they stand under it', async () => {
	const { alice, told } = await openChats();
	await alice.sends('/balance povo');
	await alice.taps('👍 It helped');
	await alice.taps('Something is wrong');
	expect(alice.screen.text).toBe('What is wrong with it?');
	await alice.taps('Report a dead link');
	expect(alice.toasts.at(-1)?.text).toBe(THANKS);
	expect(told()).toEqual(['Reported as wrong (Report a dead link): povo2.0 · Data left']);
});

/** Answers that there are, each the same for a card and an eSIM. */
function someAnswers(count: number): string[] {
	const { catalogue } = content();
	return catalogue.carriers
		.filter(({ id }) => catalogue.procedure(id, 'check-data') && catalogue.formsToAsk(id, 'check-data').length === 0)
		.slice(0, count)
		.map(({ id }) => `check-data.${id}`);
}

async function reports(person: Person, answers: readonly string[]): Promise<void> {
	for (const answer of answers) {
		await person.tapsData(`/feedback/${answer}/steps`);
	}
}

/** A word of letters for each number. */
function letters(number: number): string {
	return [...number.toString(26)].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 26))).join('');
}

test('250 forged taps write nothing and tell nobody, and each opens the nearest screen', async () => {
	const { deps, server, alice, told } = await openChats();
	for (let n = 0; n < 50; n++) {
		const word = letters(n);
		await alice.tapsData(`/feedback/check-data.povo.${word}/steps`);
		await alice.tapsData(`/feedback/zz${word}.any/good`);
		await alice.tapsData(`/feedback/check-data.no-${word}/links`);
		await alice.tapsData(`/feedback/check-data.povo/bad-${word}`);
		await alice.tapsData(`/feedback/check-data.povo.esim/numbers`);
		expect(alice.screen.text).not.toContain('went wrong');
	}
	await alice.tapsData('/feedback/check-data.povo.zz/steps');
	expect(alice.screen.text).toContain('povo2.0 · Data left');
	await alice.tapsData('/feedback/check-data.nobody/steps');
	expect(alice.screen.text).toContain('Which carrier?');
	expect(await deps.store.listVotes()).toEqual([]);
	expect((await deps.store.exportPerson(alice.id)).votes).toEqual([]);
	expect(told()).toEqual([]);
	expect(server.world.unansweredTaps()).toEqual([]);
});

test('of an answer that many report the maintainer hears once an hour', async () => {
	const { deps, server, told, clock } = await openChats();
	const reporting = async (name: string): Promise<void> => {
		const person = server.person({ name, language: 'en' });
		await person.sends('/start');
		await reports(person, ['check-data.povo']);
	};
	await reporting('Bob');
	clock.now += HOUR_IN_MS - 1;
	await reporting('Carol');
	expect(told()).toHaveLength(1);
	clock.now += 1;
	await reporting('Dan');
	expect(told()).toHaveLength(2);
	expect(await deps.store.listVotes()).toMatchObject([{ answer: 'check-data/povo', steps: 3 }]);
});

test('of more than five answers within an hour one message says so, and all are counted', async () => {
	const { deps, alice, told, clock } = await openChats();
	const answers = someAnswers(12);
	expect(answers).toHaveLength(12);
	await reports(alice, answers.slice(0, 8));
	expect(told()).toHaveLength(6);
	expect(told().at(-1)).toBe(
		'More than 5 answers were reported as wrong within an hour. See all: npm run knowledge -- reports',
	);
	clock.now += HOUR_IN_MS;
	await reports(alice, answers.slice(8));
	expect(told()).toHaveLength(10);
	expect(await deps.store.listVotes()).toHaveLength(12);
});
