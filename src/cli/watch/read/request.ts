import { failureOf, type Network } from '../../links/probe.ts';

export type WatchNetwork = Network & {
	/** Waits, for tests without a clock. */
	sleep: (ms: number) => Promise<unknown>;
};

/** A server's answer, without following redirects; or why there was none. */
export type Answer = { status: number; headers: Headers; body: Buffer } | { failure: string };

/** The name under which robots.txt may address this program. */
export const AGENT = 'Nokori';
const USER_AGENT = `${AGENT} knowledge watch (open-source SIM guide)`;

/** Larger than any page; a list of prices in a PDF may have a few megabytes. */
export const MAX_BYTES = 10 * 1024 * 1024;

const TRIES = 2;
const RETRY_MS = 2_000;
/** A server that wants to be left alone for longer is asked again next week. */
const MAX_RETRY_MS = 30_000;
/** A connection that broke. A host that hangs or does not exist is no better two seconds later. */
const BROKEN = /^(?:ECONNRESET|EPIPE|EAI_AGAIN|UND_ERR_SOCKET)$/;
const AGAIN = [429, 500, 502, 503, 504];

/** Requests an address, once more where the server or the network fails for the moment. */
export async function request(url: URL, network: WatchNetwork): Promise<Answer> {
	for (let tries = 1; ; tries += 1) {
		const answer = await requestOnce(url, network);
		const waitMs = tries < TRIES ? waitBefore(answer) : undefined;
		if (waitMs === undefined) {
			return answer;
		}
		await network.sleep(waitMs);
	}
}

/** How long to wait before the next try; undefined where another try is of no use. */
function waitBefore(answer: Answer): number | undefined {
	if ('failure' in answer) {
		return BROKEN.test(answer.failure) ? RETRY_MS : undefined;
	}
	if (!AGAIN.includes(answer.status)) {
		return undefined;
	}
	const wanted = Number(answer.headers.get('retry-after') ?? '') * 1000 || RETRY_MS;
	return wanted <= MAX_RETRY_MS ? wanted : undefined;
}

async function requestOnce(url: URL, network: WatchNetwork): Promise<Answer> {
	try {
		const response = await network.fetch(url, {
			redirect: 'manual',
			headers: {
				'user-agent': USER_AGENT,
				accept: 'text/html,application/pdf;q=0.9,*/*;q=0.8',
				'accept-language': 'ja,en',
			},
			signal: AbortSignal.timeout(network.timeLimitMs),
		});
		const body = await readBody(response);
		return body
			? { status: response.status, headers: response.headers, body }
			: { failure: `has more than ${MAX_BYTES / 1024 / 1024} MB` };
	} catch (error) {
		const failure = failureOf(error, network.timeLimitMs);
		if (failure === undefined) {
			throw error;
		}
		return { failure };
	}
}

/** The body, or undefined where it is too large. */
async function readBody(response: Response): Promise<Buffer | undefined> {
	const chunks: Uint8Array[] = [];
	let length = 0;
	const reader = response.body?.getReader();
	for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
		length += read.value.length;
		if (length > MAX_BYTES) {
			await reader?.cancel();
			return undefined;
		}
		chunks.push(read.value);
	}
	return Buffer.concat(chunks);
}
