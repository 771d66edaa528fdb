import { spawnSync } from 'node:child_process';

/**
 * Whether tests with a program are left out, as this machine has it not. It says so, since a test that is silently left
 * out looks like one that passed. In CI they are never left out, so that they fail there instead.
 */
export function isMissing(program: string): boolean {
	const isThere = spawnSync(program, ['--version']).error === undefined;
	if (isThere || process.env['CI']) {
		return false;
	}
	process.stderr.write(`skipped: no ${program}\n`);
	return true;
}
