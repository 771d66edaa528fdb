import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pino from 'pino';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Deps } from '../../src/bot/deps.ts';
import { forgetBlocked } from '../../src/bot/housekeeping.ts';
import { openBullmqQueue } from '../../src/reminders/bullmq-queue.ts';
import { openLibsqlStore } from '../../src/storage/libsql/index.ts';
import { openRedis } from '../../src/storage/redis/index.ts';
import type { Store } from '../../src/storage/store.ts';
import { reminder } from '../contract/reminders.ts';
import { createDeps, startNokori, temporaryFolder } from '../support/nokori.ts';
import { isMissing } from '../support/programs.ts';
import { everythingIn, startRedis, until } from '../support/redis.ts';

const ALICE = 5_123_456_789;
const NICKNAME = 'Zwiebelkuchen';
const LABEL = 'Apfelstrudel';
const WORDS = [String(ALICE), NICKNAME, LABEL];

/** Numbers as SQLite writes them: in a column with six bytes, as a row's id seven bits a byte. */
const IN_COLUMN = Buffer.from(ALICE.toString(16).padStart(12, '0'), 'hex');
const AS_ROW_ID = Buffer.from([0x93, 0x8b, 0x86, 0xfe, 0x15]);

/** What is found in any file of the folder. */
function foundIn(folder: string): string[] {
	const files = readdirSync(folder).map((name) => readFileSync(join(folder, name)));
	const needles: [string, string | Buffer][] = [...WORDS.map((word): [string, string] => [word, word])];
	needles.push(['id in a column', IN_COLUMN], ['id of a row', AS_ROW_ID]);
	return needles.filter(([, needle]) => files.some((file) => file.includes(needle))).map(([what]) => what);
}

/** Somebody with everything that can be kept, beside a hundred others. */
async function fills(store: Store, personId: number, nickname: string, label: string): Promise<void> {
	await store.changePerson(personId, { locale: 'en', cards: [{ carrier: 'povo', nickname }] });
	const due = Date.UTC(2030, 0, personId % 28);
	await Promise.all(
		['aaaaaaa1', 'aaaaaaa2', 'aaaaaaa3'].map((id) => store.saveReminder(reminder(id, { personId, label, due }))),
	);
	await store.vote('renew/povo', personId, '2026-11', 'good');
}

async function fillsAll(store: Store): Promise<void> {
	for (let n = 1; n <= 100; n++) {
		await fills(store, 6_000_000_000 + n * 7919, `name ${n}`, `label ${n}`.repeat(n % 5));
		if (n === 50) {
			await fills(store, ALICE, NICKNAME, LABEL);
		}
	}
	await store.changePerson(ALICE, { timeZone: 'Asia/Taipei' });
}

/** Alice saves something by hand too, and then has all of it deleted. */
async function deletesEverything(deps: Deps): Promise<void> {
	const { server } = await startNokori(deps);
	const alice = server.person({ name: 'Alice', language: 'en', id: ALICE });
	await alice.sends(`/mycard povo ${NICKNAME}`);
	await alice.sends('/remind povo 2026-12-31');
	await alice.taps('Remind me');
	await alice.sends('/balance povo');
	await alice.taps('It helped');
	await alice.sends('/privacy');
	await alice.taps('Delete everything');
	await alice.taps('Yes, delete it now');
	expect(alice.toasts.at(-1)?.text).toContain('Nothing about you is kept');
	await alice.tapsData('/balance/povo/');
}

test('after the deletion nothing of a person is found in the files, neither their number nor their words', async () => {
	const folder = temporaryFolder();
	const store = openLibsqlStore(folder);
	onTestFinished(() => store.close());
	await fillsAll(store);
	expect(foundIn(folder)).toEqual([...WORDS, 'id in a column', 'id of a row']);
	await deletesEverything(createDeps({ store }));
	expect(foundIn(folder)).toEqual([]);
	await store.close();
	expect(foundIn(folder)).toEqual([]);
});

test('who is deleted right after somebody else is wiped out of the files with the next round', async () => {
	const folder = temporaryFolder();
	const store = openLibsqlStore(folder);
	onTestFinished(() => store.close());
	await fillsAll(store);
	await store.forgetPerson(ALICE + 1);
	await store.forgetPerson(ALICE);
	await store.forgetBlocked(0);
	expect(foundIn(folder)).toEqual([]);
});

test('what somebody wrote in a crowd is not found in the files when it is answered', async () => {
	const folder = temporaryFolder();
	const store = openLibsqlStore(folder);
	onTestFinished(() => store.close());
	await store.holdUpdates([{ id: 1, body: JSON.stringify({ from: ALICE, text: `${NICKNAME} ${LABEL}` }) }]);
	expect(foundIn(folder)).toEqual(WORDS);
	await store.releaseUpdate(1);
	expect(foundIn(folder)).toEqual([]);
});

describe.skipIf(isMissing('redis-server'))('with a redis-server', () => {
	async function openAll() {
		const server = await startRedis();
		const log = pino({ level: 'silent' });
		const { store, coordination } = await openRedis(server.url);
		const queue = await openBullmqQueue({ url: server.url, store, log, now: Date.now });
		onTestFinished(async () => {
			await queue.stop();
			await store.close();
		});
		await fillsAll(store);
		for (const one of await store.listReminders(ALICE)) {
			await queue.schedule(one);
		}
		const found = async (): Promise<string[]> => {
			const everything = await everythingIn(server);
			return WORDS.filter((word) => everything.includes(word));
		};
		expect(await found()).toEqual(WORDS);
		return { store, coordination, queue, found };
	}

	test('after the deletion no key, no job and no event tells of a person', async () => {
		const { store, coordination, queue, found } = await openAll();
		await deletesEverything(createDeps({ store, coordination, queue }));
		expect(await found()).toEqual([]);
	});

	test('nor does any of them of who blocked the bot a month ago, or was reminded', async () => {
		const { store, queue, found } = await openAll();
		let reminded = 0;
		queue.start(async (due) => {
			reminded += due.filter(({ personId }) => personId === ALICE).length;
			await Promise.all(due.map(({ personId, id }) => store.removeReminder(personId, id)));
		});
		const now = { ...reminder('aaaaaaa9', { personId: ALICE }), due: Date.now() };
		await store.saveReminder(now);
		await queue.schedule(now);
		await until(() => reminded > 0);
		await store.markBlocked(ALICE, 0);
		await forgetBlocked({ store, queue, now: () => Date.UTC(2026, 10, 20) });
		await until(async () => (await found()).length === 0);
	});
});
