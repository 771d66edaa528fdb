import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';

const OPERATING = join(resolve(import.meta.dirname, '../..'), 'docs/operating.md');

/** The blocks of commands below a heading of docs/operating.md, as an operator would paste them. */
export function commandsBelow(heading: string): string[] {
	const [, section = ''] = readFileSync(OPERATING, 'utf8').split(`\n${heading}\n`);
	const [own = ''] = section.split(/\n#{1,3} /);
	const blocks = own.split(/\n\n/).filter((block) => block.startsWith('    '));
	return blocks.map((block) => block.trimEnd().replaceAll(/^ {4}/gm, ''));
}

/** Puts what a machine of the tests has in the place of what the documentation speaks of. */
export function adapt(commands: string, replacements: Readonly<Record<string, string>>): string {
	return Object.entries(replacements).reduce((adapted, [there, here]) => adapted.replaceAll(there, here), commands);
}

/**
 * Runs commands, ending at the first that fails.
 * @returns what they wrote to standard output
 * @throws where one fails, with what it complained of
 */
export async function runCommands(commands: string, env: NodeJS.ProcessEnv = {}): Promise<string> {
	const child = spawn('sh', ['-euc', commands], { env: { ...process.env, ...env } });
	child.stdin.end();
	const exited = once(child, 'exit');
	const [output, complaint] = await Promise.all([text(child.stdout), text(child.stderr)]);
	const [code] = await exited;
	if (code !== 0) {
		throw new Error(`${commands}\nended with ${code}: ${complaint}`);
	}
	return output;
}
