import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/nokori.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const CHILD = join(ROOT, 'test/support/reminder-process.mjs');
/** `npm test` builds first. */
const BUILT = join(ROOT, 'dist/storage/libsql/index.js');
const ROUNDS = 50;
const NOTICES = ['1', '2', '3'];

type Place = { folder: string; journal: string };

/** Kills a process at a random moment: in some rounds while it starts, in most while it works. */
async function runAndKill({ folder, journal }: Place, round: number): Promise<void> {
	const child = spawn(process.execPath, [CHILD, BUILT, folder, journal, String(round)]);
	let errors = '';
	child.stderr.on('data', (chunk) => (errors += chunk));
	const ended = once(child, 'exit');
	if (round % 5 !== 0) {
		await Promise.race([once(child.stdout, 'data'), ended]);
	}
	await sleep(Math.random() * 200);
	child.kill('SIGKILL');
	expect([await ended, errors]).toEqual([[null, 'SIGKILL'], '']);
}

async function drain({ folder, journal }: Place): Promise<void> {
	const child = spawn(process.execPath, [CHILD, BUILT, folder, journal, String(ROUNDS), 'drain'], {
		stdio: ['ignore', 'ignore', 'inherit'],
	});
	expect((await once(child, 'exit'))[0]).toBe(0);
}

/** What the processes wrote down, one step a line, in order. */
function readSteps(journal: string): string[][] {
	return readFileSync(journal, 'utf8')
		.trim()
		.split('\n')
		.map((line) => line.split(' '));
}

function idsOf(steps: readonly string[][], step: string): string[] {
	return steps.filter(([name]) => name === step).map(([, id]) => id ?? '');
}

/** The notices that were sent again although no process was killed right after sending them. */
function sentAgain(steps: readonly string[][]): { twice: string[]; wrongly: string[] } {
	const sent = new Set<string>();
	const twice: string[] = [];
	const inFlight = new Set<string>();
	for (const [index, [name, id, due]] of steps.entries()) {
		const notice = `${id} ${due}`;
		if (name === 'sent' && sent.has(notice)) {
			twice.push(notice);
		}
		if (name === 'sent') {
			sent.add(notice);
			if (steps[index + 1]?.[0] === 'start') {
				inFlight.add(notice);
			}
		}
	}
	const wrongly = twice.filter((notice, index) => !inFlight.has(notice) || twice.indexOf(notice) !== index);
	return { twice, wrongly };
}

/** Reminders that were sent as they were before an edit that was already kept, or after they were removed. */
function sentStale(steps: readonly string[][]): string[] {
	const labels = new Map<string, number>();
	const removed = new Set<string>();
	return steps.flatMap(([name, id = '', due, label]) => {
		if (name === 'edited') {
			labels.set(id, Number(due));
		} else if (name === 'removed') {
			removed.add(id);
		}
		const isStale = name === 'sent' && (removed.has(id) || Number(label) < (labels.get(id) ?? 0));
		return isStale ? [`${id} ${due}`] : [];
	});
}

test('fifty kills at any moment lose no reminder and no change, and send only what was in flight twice', async () => {
	const folder = temporaryFolder();
	const place = { folder: join(folder, 'data'), journal: join(folder, 'journal') };
	for (let round = 0; round < ROUNDS; round++) {
		await runAndKill(place, round);
	}
	await drain(place);
	const steps = readSteps(place.journal);

	const asked = new Set(idsOf(steps, 'remove'));
	const kept = idsOf(steps, 'kept').filter((id) => !asked.has(id));
	const sent = new Set(steps.filter(([name]) => name === 'sent').map(([, id, due]) => `${id} ${due}`));
	expect(kept.length).toBeGreaterThan(100);
	expect(kept.flatMap((id) => NOTICES.map((notice) => `${id} ${notice}`)).filter((one) => !sent.has(one))).toEqual([]);
	expect(idsOf(steps, 'broken')).toEqual([]);
	expect(sentStale(steps)).toEqual([]);
	expect(sentAgain(steps).wrongly).toEqual([]);
	expect(sentAgain(steps).twice.length).toBeLessThanOrEqual(ROUNDS);
}, 180_000);
