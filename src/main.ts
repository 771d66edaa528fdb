import './small-heap.ts';
import process from 'node:process';
import { config as readDotenv } from 'dotenv';
import { loadI18n } from './assemble.ts';
import { parseConfig } from './config.ts';
import { isExpected } from './expected-errors.ts';
import { start } from './start.ts';

/** A supervisor kills after ten seconds. What is not confirmed by then comes again at the next start, so nothing is lost. */
const EXIT_DEADLINE_MS = 9_000;

/** Runs the bot as the environment says, until it is told to stop. */
async function main(): Promise<void> {
	readDotenv({ quiet: true });
	const i18n = loadI18n();
	const locales = i18n.locales.map(({ id }) => id);
	const running = await start(parseConfig(process.env, locales), i18n);
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
	process.stderr.write(`${isExpected(error) ? error.message : ((error as Error).stack ?? error)}\n`);
	process.exit(1);
}

main().catch(failed);
