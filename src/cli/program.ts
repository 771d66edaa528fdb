import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** What a command prints, and the exit code of the process. */
export type CommandOutcome = { output: string; errors: string; code: number };

/** The outcome of a command that succeeded. */
export function success(output: string): CommandOutcome {
	return { output, errors: '', code: 0 };
}

/**
 * Whether a module was started as a program, and not imported by a test.
 * @param module its `import.meta.url`
 */
export function isProgram(module: string): boolean {
	const started = process.argv[1];
	return started !== undefined && realpathSync(started) === fileURLToPath(module);
}
