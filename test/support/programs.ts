import { spawnSync } from 'node:child_process';

/** Where the first of these programs lies that this machine has. */
export function findProgram(...names: readonly string[]): string | undefined {
	const found = names.map((name) => spawnSync('which', [name], { encoding: 'utf8' }).stdout?.trim());
	return found.find((path) => path);
}

/**
 * Whether tests with a program are left out, as this machine has it not. It says so, since a test that is silently left
 * out looks like one that passed. In CI they are never left out, so that they fail there instead.
 * @param names of which any will do
 */
export function isMissing(...names: readonly string[]): boolean {
	if (process.env['CI'] || findProgram(...names) !== undefined) {
		return false;
	}
	process.stderr.write(`skipped: no ${names[0]}\n`);
	return true;
}
