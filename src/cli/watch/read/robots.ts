import robotsModule from 'robots-parser';
import { AGENT, request, type WatchNetwork } from './request.ts';
import { addressOf, type Through } from './through.ts';

type Robots = ReturnType<typeof robotsModule.default>;

/** The library's types call it a module with a default export; what Node loads is the function itself. */
const parseRobots = robotsModule as unknown as typeof robotsModule.default;

/** What a host allows programs: nothing, with the reason, or what its robots.txt says. */
type Rules = { refused: string } | { robots: Robots };

export type AskRobots = (page: URL) => Promise<{ refused?: string; delayMs: number }>;

/** A host may ask for more time between two pages, within reason. */
const MAX_DELAY_MS = 10_000;

/** Asks each host once what programs may read there, as RFC 9309 says. */
export function createRobots(network: WatchNetwork, through: Through): AskRobots {
	const hosts = new Map<string, Promise<Rules>>();
	return async (page) => {
		const rules = hosts.get(page.host) ?? fetchRules(page, network, through);
		hosts.set(page.host, rules);
		const known = await rules;
		if ('refused' in known) {
			return { refused: known.refused, delayMs: 0 };
		}
		const delayMs = Math.min((known.robots.getCrawlDelay(AGENT) ?? 0) * 1000, MAX_DELAY_MS);
		return known.robots.isAllowed(page.href, AGENT) === false
			? { refused: 'robots.txt keeps programs away', delayMs }
			: { delayMs };
	};
}

async function fetchRules(page: URL, network: WatchNetwork, through: Through): Promise<Rules> {
	const file = new URL('/robots.txt', page);
	// Redirects are followed by fetch: wherever it lies, it is the host's own word.
	const follow = {
		...network,
		fetch: ((url, init) => network.fetch(url, { ...init, redirect: 'follow' })) as typeof fetch,
	};
	const answer = await request(addressOf(file, through), follow);
	if ('failure' in answer) {
		return { refused: answer.failure };
	}
	if (answer.status >= 500 || answer.status === 429) {
		return { refused: `robots.txt answers ${answer.status}` };
	}
	// A host without such a file allows everything.
	const text = answer.status === 200 ? answer.body.toString('utf8') : '';
	return { robots: parseRobots(file.href, text) };
}
