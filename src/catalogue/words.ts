import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type ByLanguage, joinLists, joinOne, type LanguageFile, readLanguageFiles } from './language-files.ts';
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

/** What stands in one file, in one language. */
const examplesSchema = z.strictObject({
	/** Words that by themselves point to this intent. */
	terms: z.array(line).default([]),
	/** Ways of asking that fit each of the things. */
	phrases: z.array(phrase).default([]),
	/** Sentences as people write them, by batch: those that came together can be left out together. */
	examples: z.array(z.strictObject({ from: line, lines: z.array(line).min(1) })).default([]),
});

export type IntentExamples = {
	terms: ByLanguage;
	phrases: ByLanguage;
	examples: readonly { from: string; lines: ByLanguage }[];
};

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
const phrases = z.array(reminderPhrase).default([]);

/** How people ask for a reminder, and what of their words is its name. */
const reminderSchema = z.strictObject({
	asks: phrases,
	notAsks: phrases,
	subjects: phrases,
	usage: phrases,
	alerts: phrases,
	ends: phrases,
	notEnds: phrases,
	fillers: phrases,
	particles: phrases,
	nameless: phrases,
});
export type ReminderWords = AllLanguages<z.infer<typeof reminderSchema>>;

const list = listSchema.default([]);

/** Words that decide by themselves which screen opens; those for means to pay by channel. */
const doorsSchema = z.strictObject({
	balance: list,
	data: list,
	bill: list,
	prepaid: list,
	nothing: list,
	ends: list,
	channels: z.record(z.string(), listSchema).default({}),
	paying: list,
	parts: list,
	fillers: list,
	payments: list,
	whether: list,
	pay: list,
	doubts: list,
	messages: list,
	notices: list,
});
type DoorsFile = z.infer<typeof doorsSchema>;
export type DoorWords = AllLanguages<Omit<DoorsFile, 'channels'>> & { channels: Readonly<Record<string, ByLanguage>> };

/** What is said to a bot beside questions, by kind. */
const smallTalkSchema = z.strictObject({
	greeting: list,
	thanks: list,
	trust: list,
	choice: list,
	notChoice: list,
	code: list,
	notCode: list,
	polite: list,
	fillers: list,
});
export type SmallTalkWords = AllLanguages<z.infer<typeof smallTalkSchema>>;

/** The lists of one language's file, each by language. */
type AllLanguages<T> = { readonly [key in keyof T]: ByLanguage };

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
 * Reads knowledge/words: a folder for each intent and for the words of reminders, doors and small talk, in it a file for each
 * language; beside them the topics, spellings and things, and two lists.
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
	const readFolder = <T>(name: string, schema: z.ZodType<T>): LanguageFile<T>[] => {
		names.push(name);
		const { entry = [], problems: found } = readLanguageFiles(folder, `words/${name}`, schema);
		problems.push(...found);
		return entry;
	};
	const intents = LABELS.map((label) => [label, joinExamples(readFolder(label, examplesSchema))] as const);
	const falseFriends = read('false-friends.yaml', listSchema) ?? [];
	const foreignBrands = read('foreign-brands.yaml', listSchema) ?? [];
	const topics = read('topics.yaml', topicsSchema) ?? { ours: {}, others: {} };
	const things = read('things.yaml', byLanguage) ?? {};
	const spellings = read('spellings.yaml', spellingsSchema) ?? [];
	const reminder = joinLists(readFolder('reminder', reminderSchema), keysOf(reminderSchema));
	const doors = joinDoors(readFolder('doors', doorsSchema));
	const smallTalk = joinLists(readFolder('small-talk', smallTalkSchema), keysOf(smallTalkSchema));
	if (existsSync(join(folder, 'words'))) {
		problems.push(...findUnknownFiles(folder, 'words', names));
	}
	if (problems.length > 0) {
		throw new KnowledgeError(problems);
	}
	const lists = { topics, spellings, things, falseFriends, foreignBrands };
	return { intents: new Map(intents), ...lists, reminder, doors, smallTalk };
}

function keysOf<T extends z.ZodRawShape>({ shape }: { shape: T }): (keyof T & string)[] {
	return Object.keys(shape);
}

function joinDoors(files: readonly LanguageFile<DoorsFile>[]): DoorWords {
	const { channels: _, ...lists } = doorsSchema.shape;
	const ids = [...new Set(files.flatMap(({ entry }) => Object.keys(entry.channels)))];
	const channels = ids.map((id) => [id, joinOne(files, (entry) => entry.channels[id] ?? [])] as const);
	return { ...joinLists(files, keysOf({ shape: lists })), channels: Object.fromEntries(channels) };
}

/** Batches of the same name are one, whichever file and language its sentences stand in. */
function joinExamples(files: readonly LanguageFile<z.infer<typeof examplesSchema>>[]): IntentExamples {
	const names = [...new Set(files.flatMap(({ entry }) => entry.examples.map(({ from }) => from)))];
	const linesOf = (name: string) =>
		joinOne(files, ({ examples }) => examples.filter(({ from }) => from === name).flatMap(({ lines }) => lines));
	return {
		terms: joinOne(files, ({ terms }) => terms),
		phrases: joinOne(files, ({ phrases }) => phrases),
		examples: names.map((from) => ({ from, lines: linesOf(from) })),
	};
}
