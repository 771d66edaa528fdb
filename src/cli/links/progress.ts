import { SingleBar } from 'cli-progress';

/** Who wants to know how far the check is. */
export type Progress = { start(total: number): void; step(): void; stop(): void };

export const SILENT: Progress = { start() {}, step() {}, stop() {} };

/** A bar for a person who waits; a pipe or a log gets nothing. */
export function createProgress(stream: NodeJS.WriteStream): Progress {
	if (!stream.isTTY) {
		return SILENT;
	}
	const bar = new SingleBar({ stream, clearOnComplete: true, format: '{bar} {value} of {total} links' });
	return {
		start: (total) => bar.start(total, 0),
		step: () => bar.increment(),
		stop: () => bar.stop(),
	};
}
