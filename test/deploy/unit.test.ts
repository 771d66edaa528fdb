import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../support/nokori.ts';
import { runCommands } from '../support/operating.ts';
import { isMissing } from '../support/programs.ts';

const UNIT = readFileSync(join(resolve(import.meta.dirname, '../..'), 'deploy/nokori.service'), 'utf8');
/** Of 10, where everything is allowed. systemd calls what is below 2 "ok". */
const MOST_EXPOSED = 2;

/** The unit, with the Node of this machine. @returns where it lies */
function unit(change: (text: string) => string = (text) => text): string {
	const path = join(temporaryFolder(), 'nokori.service');
	writeFileSync(path, change(UNIT.replace('/usr/bin/node', process.execPath)));
	return path;
}

/** It may complain of others on this machine too. */
async function complaintsOf(path: string): Promise<string[]> {
	const output = await runCommands(`systemd-analyze verify ${path} 2>&1`);
	return output.split('\n').filter((line) => line.includes('nokori.service'));
}

describe.skipIf(isMissing('systemd-analyze'))('the unit of systemd', () => {
	test('is understood without a complaint', async () => {
		expect(await complaintsOf(unit())).toEqual([]);
		const misspelt = unit((text) => text.replace('ProtectClock', 'ProtectClok'));
		expect(await complaintsOf(misspelt)).toEqual([expect.stringContaining("'ProtectClok'")]);
	});

	test('leaves the bot little that it could do to the machine', async () => {
		const threshold = MOST_EXPOSED * 10;
		await runCommands(`systemd-analyze security --offline=true --threshold=${threshold} ${unit()}`);
		const open = unit((text) => text.replaceAll(/^(Protect|Private|System|Capab|Restrict).*$/gm, ''));
		const looking = runCommands(`systemd-analyze security --offline=true --threshold=${threshold} ${open}`);
		await expect(looking).rejects.toThrow();
	});
});
