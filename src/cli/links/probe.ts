/** How pages are requested. */
export type Network = { fetch: typeof fetch; timeLimitMs: number };

/** The result of a request: an answer, after redirects from `finalUrl`, or why there was none. */
export type Finding = { status: number; finalUrl: string } | { failure: string };

const USER_AGENT = 'Nokori link check (open-source SIM guide)';

/** Answers to HEAD after which GET may still work. */
const HEAD_REFUSED = [403, 404, 405, 501];

/** Requests a page with HEAD, or with GET where the server refuses HEAD, and follows redirects. */
export async function probe(url: string, network: Network): Promise<Finding> {
	try {
		const head = await request(url, 'HEAD', network);
		return HEAD_REFUSED.includes(head.status) ? await request(url, 'GET', network) : head;
	} catch (error) {
		const failure = failureOf(error, network.timeLimitMs);
		if (failure === undefined) {
			throw error;
		}
		return { failure };
	}
}

async function request(url: string, method: 'HEAD' | 'GET', network: Network): Promise<Finding & { status: number }> {
	const response = await network.fetch(url, {
		method,
		redirect: 'follow',
		headers: { 'user-agent': USER_AGENT },
		signal: AbortSignal.timeout(network.timeLimitMs),
	});
	// A body that nobody reads would keep the connection open.
	await response.body?.cancel();
	return { status: response.status, finalUrl: response.url || url };
}

/** The error code of a failed request; undefined for a mistake in our code. */
export function failureOf(error: unknown, timeLimitMs: number): string | undefined {
	if (error instanceof Error && error.name === 'TimeoutError') {
		return `no answer in ${timeLimitMs / 1000} s`;
	}
	// fetch throws a TypeError whose cause has the code.
	const cause = error instanceof TypeError ? error.cause : undefined;
	return cause instanceof Error ? ((cause as NodeJS.ErrnoException).code ?? cause.message) : undefined;
}
