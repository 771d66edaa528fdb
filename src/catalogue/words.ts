import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { KnowledgeError, type Problem } from './problem.ts';
import { findUnknownFiles, readEntry } from './read-file.ts';
import { INTENTS, type Intent } from './vocabulary.ts';

/** What a text may be taken for: an intent, or nothing that we answer. */
export const LABELS = [...INTENTS, 'out-of-scope'] as const;
export type Label = Intent | 'out-of-scope';

const line = z.string().trim().min(1).max(300);
const byLanguage = z.record(z.string(), z.array(line));
const byTopic = z.record(z.string(), z.array(line));
/** Where a thing stands in a phrase. */
export const THING = '{}';
const phrase = line.refine((text) => text.split(THING).length === 2, `needs ${THING} once`);
/** Sentences that came together, so that all of them can be left out together: what is like them goes with them. */
const batchSchema = z
	.object({ from: line })
	.catchall(z.array(line))
	.transform(({ from, ...lines }) => ({ from, lines: lines as Readonly<Record<string, readonly string[]>> }));

const wordsSchema = z.strictObject({
	/** Words that by themselves point to this intent. */
	terms: byLanguage,
	/** Ways of asking that fit each of the things. */
	phrases: z.record(z.string(), z.array(phrase)).default({}),
	/** Sentences as people write them, by batch. */
	examples: z.array(batchSchema),
});
export type IntentExamples = z.infer<typeof wordsSchema>;

/** All sentences of an intent, whatever their language and batch. */
export function sentencesOf({ examples }: Pick<IntentExamples, 'examples'>): string[] {
	return examples.flatMap(({ lines }) => Object.values(lines).flat());
}

const listSchema = z.array(line);

/** Words by topic: things that a line in Japan has, and things that point elsewhere. */
const topicsSchema = z.strictObject({ ours: byTopic, others: byTopic });
export type Topics = z.infer<typeof topicsSchema>;

/** A way of writing a word, and the one that it is read as. */
const spellingsSchema = z.array(z.tuple([line, line]));
export type Spellings = z.infer<typeof spellingsSchema>;

/** What people call their card or contract, by language. */
export type Things = z.infer<typeof byLanguage>;

/** What may stand in braces in a phrase of reminder.yaml. */
const PLACES = /\{(?:day|carrier|number)\}/g;
const reminderPhrase = line.refine(
	(text) => !/[{}]/.test(text.replace(PLACES, '')),
	'knows only {day}, {carrier}, {number}',
);
const reminderPhrases = z.record(z.string(), z.array(reminderPhrase));

/** How people ask for a reminder, and what of their words is its name: phrases by language. */
const reminderSchema = z.strictObject({
	asks: reminderPhrases,
	notAsks: reminderPhrases,
	subjects: reminderPhrases,
	usage: reminderPhrases,
	alerts: reminderPhrases,
	ends: reminderPhrases,
	notEnds: reminderPhrases,
	fillers: reminderPhrases,
	particles: reminderPhrases,
	nameless: reminderPhrases,
});
export type ReminderWords = z.infer<typeof reminderSchema>;

/** Words that decide by themselves which screen opens: phrases by language, those for means to pay by channel too. */
const doorsSchema = z.strictObject({
	balance: byLanguage,
	data: byLanguage,
	bill: byLanguage,
	prepaid: byLanguage,
	nothing: byLanguage,
	ends: byLanguage,
	channels: z.record(z.string(), byLanguage),
	paying: byLanguage,
	parts: byLanguage,
	fillers: byLanguage,
	payments: byLanguage,
	whether: byLanguage,
	pay: byLanguage,
	doubts: byLanguage,
	messages: byLanguage,
	notices: byLanguage,
});
export type DoorWords = z.infer<typeof doorsSchema>;

/** What is said to a bot beside questions, by kind and language. */
const smallTalkSchema = z.strictObject({
	greeting: byLanguage,
	thanks: byLanguage,
	trust: byLanguage,
	choice: byLanguage,
	notChoice: byLanguage,
	code: byLanguage,
	notCode: byLanguage,
	polite: byLanguage,
	fillers: byLanguage,
});
export type SmallTalkWords = z.infer<typeof smallTalkSchema>;

/** From what the classifier learns: words, phrases and sentences per intent, topics, what only looks like a carrier, and who is not ours. */
export type Words = {
	intents: ReadonlyMap<Label, IntentExamples>;
	topics: Topics;
	spellings: Spellings;
	things: Things;
	/** Phrases that hold a carrier's name and do not mean it. */
	falseFriends: readonly string[];
	/** Names that are not ours to answer. */
	foreignBrands: readonly string[];
	/** Nothing is trained on these. */
	reminder: ReminderWords;
	doors: DoorWords;
	smallTalk: SmallTalkWords;
};

/**
 * Reads knowledge/words: one file per intent, the topics, spellings and things, the two lists, and the phrases of reminders.
 * @param folder path of knowledge/
 * @throws KnowledgeError with all that is wrong in these files
 */
export function loadWords(folder: string): Words {
	const problems: Problem[] = [];
	const names: string[] = [];
	const read = <T>(name: string, schema: z.ZodType<T>): T | undefined => {
		names.push(name);
		const { entry, problems: found } = readEntry(join(folder, 'words', name), `words/${name}`, schema);
		problems.push(...found);
		return entry;
	};
	const intents = LABELS.flatMap((label) => {
		const entry = read(`${label}.yaml`, wordsSchema);
		return entry ? [[label, entry] as const] : [];
	});
	const falseFriends = read('false-friends.yaml', listSchema) ?? [];
	const foreignBrands = read('foreign-brands.yaml', listSchema) ?? [];
	const topics = read('topics.yaml', topicsSchema) ?? { ours: {}, others: {} };
	const things = read('things.yaml', byLanguage) ?? {};
	const spellings = read('spellings.yaml', spellingsSchema) ?? [];
	const reminder = read('reminder.yaml', reminderSchema);
	const doors = read('doors.yaml', doorsSchema);
	const smallTalk = read('small-talk.yaml', smallTalkSchema);
	if (existsSync(join(folder, 'words'))) {
		problems.push(...findUnknownFiles(folder, 'words', names));
	}
	// A file that could not be read is among the problems.
	if (problems.length > 0 || !reminder || !doors || !smallTalk) {
		throw new KnowledgeError(problems);
	}
	const lists = { topics, spellings, things, falseFriends, foreignBrands };
	return { intents: new Map(intents), ...lists, reminder, doors, smallTalk };
}
