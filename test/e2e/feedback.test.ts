import { expect, test } from 'vitest';
import type { Person } from '../../src/bot-api-server/index.ts';
import { content, createDeps, startNokori } from '../support/nokori.ts';

const MAINTAINER = 5_000_000_099;
const HOUR_IN_MS = 3_600_000;

/** A bot with a maintainer, and a clock that stands still until it is moved. */
async function openChats() {
	const clock = { now: Date.UTC(2026, 10, 20, 1) };
	const deps = createDeps({ maintainerChatId: MAINTAINER, now: () => clock.now });
	const { server } = await startNokori(deps, { floodLimits: false });
	const maintainer = server.person({ name: 'Mia', language: 'en', id: MAINTAINER });
	await maintainer.sends('/start');
	const alice = server.person({ name: 'Alice', language: 'en' });
	await alice.sends('/start');
	const told = (): string[] =>
		maintainer.messages.map(({ text }) => text).filter((text) => text.includes('as outdated'));
	return { deps, server, alice, told, clock };
}

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
		'More than 5 answers were reported as outdated within an hour. See all: npm run knowledge -- reports',
	);
	clock.now += HOUR_IN_MS;
	await reports(alice, answers.slice(8));
	expect(told()).toHaveLength(10);
	expect(await deps.store.listVotes()).toHaveLength(12);
});
