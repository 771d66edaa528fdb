import { existsSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createBotApiServer } from '../../src/bot-api-server/index.ts';
import { startBot } from '../support/bot-process.ts';
import { temporaryFolder } from '../support/nokori.ts';
import { adapt, commandsBelow, runCommands } from '../support/operating.ts';
import { isMissing } from '../support/programs.ts';

const DAY_MS = 86_400_000;
const DATED = /^\d{4}-\d\d-\d\d\.db$/;

async function openBot() {
	const server = await createBotApiServer();
	onTestFinished(() => server.close());
	const [data, backups] = [temporaryFolder(), temporaryFolder()];
	const [backup = '', nightly = '', restore = ''] = commandsBelow('### The file');
	/** Without another user: the tests have none. */
	const here = (commands: string): string =>
		adapt(commands, {
			'sudo -u nokori ': '',
			'sudo ': '',
			' -o nokori -g nokori': '',
			'/var/lib/nokori': data,
			'/var/backups/nokori': backups,
		});
	const start = () => startBot(server, { DATA_DIR: data });
	return {
		start,
		data,
		backups,
		commands: { backup: here(backup), nightly: here(nightly), restore: here(restore) },
		alice: server.person({ name: 'Alice', language: 'en' }),
	};
}

describe.skipIf(isMissing('sqlite3'))('the documented backup of the file', () => {
	test('is made while the bot answers, and restored brings back what people had', async () => {
		const { start, data, backups, commands, alice } = await openBot();
		let bot = await start();
		await alice.sends('/lang ja');
		const soon = new Date(Date.now() + 20 * DAY_MS).toISOString().slice(0, 10);
		await alice.sends(`/remind povo ${soon}`);
		await alice.taps('お知らせを受け取る');
		const [output] = await Promise.all([runCommands(commands.backup), alice.sends('/balance povo')]);
		expect(output.trim()).toBe('ok');
		await alice.sends('/lang en');
		const [stop = '', ...rest] = commands.restore.split('\n');
		const last = rest.pop();
		expect([stop, last]).toEqual(['systemctl stop nokori', 'systemctl start nokori']);
		expect((await bot.terminate()).code).toBe(0);
		const [made = ''] = readdirSync(backups);
		expect(made).toMatch(DATED);
		await runCommands(adapt(rest.join('\n'), { '2026-11-20.db': made }));
		expect(existsSync(join(data, 'before/nokori.db'))).toBe(true);
		bot = await start();
		await alice.sends('/balance povo');
		expect(alice.screen.text).toContain('データ残量');
		await alice.sends('/remind');
		expect(alice.screen.text).toContain('1件設定');
		expect(bot.output()).not.toContain('"level":50');
	});

	test('is made every night by one line of a crontab, which keeps a week', async () => {
		const { start, backups, commands, alice } = await openBot();
		await start();
		await alice.sends('/lang ja');
		const old = join(backups, '2026-01-01.db');
		writeFileSync(old, 'old');
		utimesSync(old, new Date(), new Date(Date.now() - 9 * DAY_MS));
		const [, line = ''] = /^15 4 \* \* \* (.+)$/.exec(commands.nightly) ?? [];
		// In a crontab a bare percent sign ends the command.
		expect(line.replaceAll('\\%', '')).not.toContain('%');
		await runCommands(line.replaceAll('\\%', '%'));
		const kept = readdirSync(backups);
		expect(kept).toEqual([expect.stringMatching(DATED)]);
		expect(await runCommands(`sqlite3 ${backups}/${kept[0]} "PRAGMA integrity_check"`)).toBe('ok\n');
	});
});
