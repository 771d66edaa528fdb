// A process that sets, edits, sends and deletes reminders until it is killed, and writes down each step before and after
// it is done. Plain JavaScript on the built store: Node 20 runs no TypeScript.
// Arguments: the built store's file, the data folder, the file to write to, this process's number, and "drain" to end
// once nothing is due any more.
import { appendFileSync } from 'node:fs';
import process from 'node:process';

const [built, folder, journal, round, mode] = process.argv.slice(2);
const { openLibsqlStore } = await import(built);

/** Everything is due by then. */
const NOW = 1000;
const NOTICES = 3;
const PEOPLE = [5_000_000_001, 5_000_000_002, 5_000_000_003];

const write = (...words) => appendFileSync(journal, `${words.join(' ')}\n`);
const pick = (list) => list[Math.floor(Math.random() * list.length)];

write('start', round);
const store = openLibsqlStore(folder);
if (store.broken) {
	write('broken', store.broken);
	process.exit(3);
}
process.stdout.write('ready\n');

let count = 0;
const base = { from: '2026-06-01', ends: '2026-11-28', timeZone: 'Asia/Tokyo', locale: 'ja' };

async function set() {
	const id = `${round.padStart(3, '0')}${String(count++).padStart(5, '0')}`;
	write('set', id);
	await store.saveReminder({ ...base, id, personId: pick(PEOPLE), label: '0', due: 1 });
	write('kept', id);
}

async function edit() {
	const reminder = pick(await store.listReminders(pick(PEOPLE)));
	if (reminder) {
		const label = String(Number(reminder.label) + 1);
		await store.saveReminder({ ...reminder, label });
		write('edited', reminder.id, label);
	}
}

async function remove() {
	const reminder = pick(await store.listReminders(pick(PEOPLE)));
	if (reminder) {
		write('remove', reminder.id);
		await store.removeReminder(reminder.personId, reminder.id);
		write('removed', reminder.id);
	}
}

/** Sends what is due. What has been sent is saved with its next notice, or removed after the last. */
async function send() {
	const due = await store.claimReminders(NOW, 20);
	for (const { tries: _, ...reminder } of due) {
		write('sent', reminder.id, reminder.due, reminder.label);
		if (reminder.due < NOTICES) {
			await store.saveReminder({ ...reminder, due: reminder.due + 1 });
		} else {
			await store.removeReminder(reminder.personId, reminder.id);
		}
	}
	return due.length;
}

if (mode === 'drain') {
	while ((await send()) > 0);
	await store.close();
	process.exit(0);
}
for (;;) {
	await pick([set, set, set, edit, edit, remove, send])();
	// So that signals and the clock come to their turn, as in the bot.
	await new Promise((done) => setImmediate(done));
}
