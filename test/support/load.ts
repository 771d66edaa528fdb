import { setTimeout as wait } from 'node:timers/promises';
import { COMMANDS, type Command } from '../../src/bot/commands.ts';
import type { BotApiServer } from '../../src/bot-api-server/index.ts';
import type { WorldChange } from '../../src/bot-api-server/world/types.ts';
import { answerText } from '../../src/cli/answer-text.ts';
import { content, TODAY } from './nokori.ts';

/** What one person asked once. `at` and `answers` in milliseconds since 1970. */
export type Asked = { personId: number; text: string; title: string; at: number; answers: number[] };
export type Count = { asked: number; answered: number; unanswered: string[]; twice: Asked[]; most: number };
export type Load = {
	/** Everything that was asked so far. */
	readonly asked: readonly Asked[];
	/** What people were told instead of an answer, such as that something went wrong. */
	readonly others: readonly string[];
	/** Waits until everybody has asked all and is answered, or the time (in milliseconds) is over, and counts. */
	count: (patience: number) => Promise<Count>;
};
type Options = { people?: number; each?: number; spread: number };

/** Time enough for what was answered to be answered again. */
const QUIET_MS = 2000;

type Question = { text: string; title: string };
let all: Question[] | undefined;

/** Commands with a carrier, no two of which have the same title in their answer: so each answer tells its question. */
function questions(): Question[] {
	if (!all) {
		const commands = COMMANDS.filter((command: Command) => command.procedure && command.command !== 'identify');
		const texts = content().catalogue.carriers.flatMap(({ id }) => commands.map(({ command }) => `/${command} ${id}`));
		const asked = texts.map((text) => ({ text, title: titleOf(text) }));
		all = asked.filter(
			({ title }) => title.includes(' · ') && asked.filter((other) => other.title === title).length === 1,
		);
	}
	return all;
}

function titleOf(text: string): string {
	return answerText(content(), { text, lang: 'en', today: TODAY }).split('\n')[0] ?? '';
}

/**
 * Lets people ask at random moments, each something else every time and without waiting for an answer, and notes what
 * they are answered.
 * @param options.spread within so many milliseconds
 */
export function startLoad(server: BotApiServer, { people = 20, each = 6, spread }: Options): Load {
	const asked: Asked[] = [];
	const others: string[] = [];
	server.world.onChange((change) => note(change, asked, others));
	const asking = Array.from({ length: people }, async (_, index) => {
		const person = server.person({ name: `Person ${index}`, language: 'en' });
		const moments = Array.from({ length: each }, () => Math.random() * spread).sort((one, other) => one - other);
		const start = performance.now();
		for (const [turn, moment] of moments.entries()) {
			await wait(Math.max(0, moment - (performance.now() - start)));
			const question = questions()[(index * each + turn) % questions().length];
			if (question) {
				asked.push({ personId: person.id, ...question, at: Date.now(), answers: [] });
				// Whether it was ever taken is counted at the end.
				void person.sends(question.text).catch(() => undefined);
			}
		}
	});
	const allAsked = Promise.all(asking);
	return {
		asked,
		others,
		count: async (patience) => {
			await allAsked;
			await settle(server, patience);
			return countOf(asked);
		},
	};
}

/** An answer says in its first line what was asked. */
function note({ type, ...change }: WorldChange, asked: readonly Asked[], others: string[]): void {
	if (type !== 'new' || !('message' in change) || change.message.message.from?.is_bot !== true) {
		return;
	}
	const text = change.message.message.text ?? '';
	const [title] = text.split('\n');
	const found = asked.find((one) => one.personId === change.chatId && one.title === title);
	if (found) {
		found.answers.push(Date.now());
	} else {
		others.push(text);
	}
}

async function settle({ world }: BotApiServer, patience: number): Promise<void> {
	const end = performance.now() + patience;
	let quietSince = Infinity;
	while (performance.now() < Math.min(end, quietSince + QUIET_MS)) {
		await wait(50);
		// What is confirmed and not answered is lost, so there is nothing more to wait for.
		quietSince = world.updates.pending.length > 0 ? Infinity : Math.min(quietSince, performance.now());
	}
}

function countOf(asked: readonly Asked[]): Count {
	return {
		asked: asked.length,
		answered: asked.filter(({ answers }) => answers.length > 0).length,
		unanswered: asked.filter(({ answers }) => answers.length === 0).map(({ text }) => text),
		twice: asked.filter(({ answers }) => answers.length > 1),
		most: Math.max(...asked.map(({ answers }) => answers.length)),
	};
}

/** A moment at which something broke, and what was on its way then. */
export type Break = { at: number; pending: ReadonlySet<string> };

/** Longer than a process on a loaded machine takes from an answer to noting that it was given. */
const IN_HAND_MS = 1500;

/** Notes what Telegram has no confirmation of at this moment. */
export function breakNow({ world }: BotApiServer): Break {
	const pending = world.updates.pending.map(({ message }) => `${message?.chat.id} ${message?.text}`);
	return { at: Date.now(), pending: new Set(pending) };
}

/** What was answered twice although it was in nobody's hand when something broke. */
export function twiceForNothing({ twice }: Count, breaks: readonly Break[]): Asked[] {
	const wasInFlight = ({ personId, text, answers: [first = 0] }: Asked): boolean =>
		breaks.some(({ at, pending }) => pending.has(`${personId} ${text}`) && first > at - IN_HAND_MS);
	return twice.filter((one) => !wasInFlight(one));
}

/** Says what was counted, as a line in the output of the tests. */
export function report(what: string, { asked, answered, twice }: Count, others: readonly string[] = []): void {
	const more = others.length > 0 ? `, ${others.length} told something else` : '';
	process.stdout.write(`${what}: ${asked} asked, ${answered} answered, ${twice.length} of them twice${more}\n`);
}
