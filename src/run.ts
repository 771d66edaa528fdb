import process from 'node:process';
import { config as readDotenv } from 'dotenv';
import { parseConfig } from './config.ts';
import { loadI18n } from './content.ts';
import { OperatorError } from './errors.ts';
import { start } from './start.ts';

/** A supervisor kills after ten seconds. What is not confirmed by then comes again at the next start, so nothing is lost. */
const EXIT_DEADLINE_MS = 9_000;

/**
 * Runs the bot until it is told to stop, and ends the process.
 * @param environment what the operator set; what stands in a file named .env is added to it
 */
export async function run(environment: NodeJS.ProcessEnv): Promise<void> {
	await serve(environment).catch(failed);
}

async function serve(environment: NodeJS.ProcessEnv): Promise<void> {
	readDotenv({ quiet: true, processEnv: environment as Record<string, string> });
	const i18n = loadI18n();
	const locales = i18n.locales.map(({ id }) => id);
	const running = await start(parseConfig(environment, locales), i18n);
	process.on('SIGHUP', running.reload);
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.once(signal, () => {
			// A call that hangs must not keep the process for ever.
			setTimeout(() => process.exit(0), EXIT_DEADLINE_MS).unref();
			running.stop().then(() => process.exit(0), failed);
		});
	}
	await running.done;
}

/** What an operator can mend is told in a sentence; anything else is a defect and keeps its trace. */
function failed(error: unknown): void {
	process.stderr.write(`${error instanceof OperatorError ? error.message : ((error as Error).stack ?? error)}\n`);
	process.exit(1);
}
