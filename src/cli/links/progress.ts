import { SingleBar } from 'cli-progress';

/** Where the progress of a long command is shown. */
export type Progress = { start(total: number): void; step(): void; stop(): void };

export const SILENT: Progress = { start() {}, step() {}, stop() {} };

/**
 * A progress bar on a terminal; nothing in a pipe or a log.
 * @param what is counted: links, pages
 */
export function createProgress(stream: NodeJS.WriteStream, what: string): Progress {
	if (!stream.isTTY) {
		return SILENT;
	}
	const bar = new SingleBar({ stream, clearOnComplete: true, format: `{bar} {value} of {total} ${what}` });
	return {
		start: (total) => bar.start(total, 0),
		step: () => bar.increment(),
		stop: () => bar.stop(),
	};
}
