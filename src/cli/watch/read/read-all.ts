import { createHostLimit } from '../../links/host-limit.ts';
import type { Progress } from '../../links/progress.ts';
import { type PageReader, type Reading, readPage } from './read-page.ts';

/** After so many pages of one host in a row that the network failed for, the others are left for another day. */
const MAX_FAILURES_OF_HOST = 2;
/** After so many pages and no answer at all, the machine is offline. */
const MAX_FAILURES_AT_ALL = 12;

const SKIPPED: Reading = { state: 'refused', reason: 'the host did not answer before' };
const OFFLINE: Reading = { state: 'refused', reason: 'no host answers', isNetwork: true };

type ReadAll = { reader: PageReader; progress: Progress; pauseMs: number };

/**
 * Reads pages, each once, a host one at a time.
 * @returns what became of each address
 */
export async function readAll(
	addresses: ReadonlySet<string>,
	{ reader, progress, pauseMs }: ReadAll,
): Promise<Map<string, Reading>> {
	const limit = createHostLimit(pauseMs);
	const failures = countFailures();
	progress.start(addresses.size);
	try {
		const read = [...addresses].map((address) => {
			const { host } = new URL(address);
			return limit(reader.through?.host ?? host, async (): Promise<[string, Reading]> => {
				const reading = failures.instead(host) ?? (await readPage(address, reader));
				failures.note(host, reading);
				progress.step();
				return [address, reading];
			});
		});
		return new Map(await Promise.all(read));
	} finally {
		progress.stop();
	}
}

/** Keeps a host that hangs, or a machine without a network, from taking hours. */
function countFailures(): {
	instead: (host: string) => Reading | undefined;
	note: (host: string, reading: Reading) => void;
} {
	const ofHosts = new Map<string, number>();
	let failed = 0;
	let answered = false;
	return {
		instead: (host) => {
			if (!answered && failed >= MAX_FAILURES_AT_ALL) {
				return OFFLINE;
			}
			return (ofHosts.get(host) ?? 0) >= MAX_FAILURES_OF_HOST ? SKIPPED : undefined;
		},
		note: (host, reading) => {
			const hasFailed = reading.state === 'refused' && (reading.isNetwork || /^no answer/.test(reading.reason));
			ofHosts.set(host, hasFailed || reading === SKIPPED ? (ofHosts.get(host) ?? 0) + 1 : 0);
			failed += hasFailed ? 1 : 0;
			answered ||= !hasFailed && reading !== SKIPPED;
		},
	};
}
