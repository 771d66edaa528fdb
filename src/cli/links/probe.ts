/** How the check reaches the world. Tests give their own. */
export type Network = { fetch: typeof fetch; timeLimitMs: number; pauseMs: number };

/** What an address did: it answered, in the end at `finalUrl`, or nothing came back. */
export type Finding = { status: number; finalUrl: string } | { failure: string };

const USER_AGENT = 'Nokori link check (open-source SIM guide)';

/** Answers by which a server may only mean that it does not like HEAD. */
const HEAD_REFUSED = [403, 404, 405, 501];

/** Asks for a page as sparingly as the server allows, and follows where it is sent. */
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
	// Nobody reads the page, and an unread one would hold the connection open.
	await response.body?.cancel();
	return { status: response.status, finalUrl: response.url || url };
}

/** The error code where there is one; undefined for a mistake of our own. */
function failureOf(error: unknown, timeLimitMs: number): string | undefined {
	if (error instanceof Error && error.name === 'TimeoutError') {
		return `no answer in ${timeLimitMs / 1000} s`;
	}
	// fetch hides what happened in the cause of a TypeError.
	const cause = error instanceof TypeError ? error.cause : undefined;
	return cause instanceof Error ? ((cause as NodeJS.ErrnoException).code ?? cause.message) : undefined;
}
