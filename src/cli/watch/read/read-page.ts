import { type PageText, readPageText } from '../page-text.ts';
import { type Doubt, extract } from './extract.ts';
import { type Answer, request, type WatchNetwork } from './request.ts';
import type { AskRobots } from './robots.ts';
import { addressOf, isSamePage, pageBehind, plainHost, type Through } from './through.ts';

/** What became of a page. One that was read after a redirect says where. */
export type Reading =
	| { state: 'read'; page: PageText; doubt?: Doubt; movedTo?: string }
	/** It redirects to a host that is not its owner's, or that is not known to be. */
	| { state: 'left'; movedTo: string }
	| { state: 'gone'; reason: string }
	| { state: 'refused'; reason: string; isNetwork?: true };

export type PageReader = {
	network: WatchNetwork;
	through: Through;
	askRobots: AskRobots;
	/** Whether a page may be followed to this host. */
	isOwn: (from: URL, to: URL) => boolean;
};

const MAX_REDIRECTS = 8;
const GONE = [404, 410];

/** Fetches a page and takes its text. Nothing that a server does throws. */
export async function readPage(address: string, reader: PageReader): Promise<Reading> {
	const asked = new URL(address);
	asked.hash = '';
	let page = asked;
	let url = addressOf(page, reader.through);
	for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
		const reading = await fetchPage(page, url, reader);
		if (reading.state !== 'leads') {
			return reading.state === 'read' && !isSamePage(asked, page) ? { ...reading, movedTo: page.href } : reading;
		}
		const { target } = reading;
		if (!URL.canParse(target, url.href)) {
			return { state: 'refused', reason: `redirects to ${target}, which is no address` };
		}
		const next = pageBehind(target, url, { page, through: reader.through });
		if (!/^https?:$/.test(next.protocol) || !isOwnPage(asked, next, reader)) {
			return { state: 'left', movedTo: next.href };
		}
		url = nextAddress(target, url, next, reader.through);
		page = next;
	}
	return { state: 'refused', reason: 'redirects in a circle' };
}

/** A page that sends on to another, by its server's word or its own. */
type Leads = { state: 'leads'; target: string };

async function fetchPage(page: URL, url: URL, { askRobots, network }: PageReader): Promise<Reading | Leads> {
	const { refused, delayMs } = await askRobots(page);
	if (refused !== undefined) {
		return refusal(refused);
	}
	await network.sleep(delayMs);
	const answer = await request(url, network);
	const target = redirectOf(answer);
	return target === undefined ? await readAnswer(answer) : { state: 'leads', target };
}

function isOwnPage(asked: URL, next: URL, { isOwn }: PageReader): boolean {
	return plainHost(asked) === plainHost(next) || isOwn(asked, next);
}

/** An archive redirects to another of its own addresses, which has to be kept: it names the copy. */
function nextAddress(target: string, from: URL, page: URL, through: Through): URL {
	const direct = new URL(target, from);
	const isCopy = through !== undefined && direct.origin === through.origin && direct.href.includes(page.host);
	return isCopy ? direct : addressOf(page, through);
}

function redirectOf(answer: Answer): string | undefined {
	const isRedirect = 'status' in answer && [301, 302, 303, 307, 308].includes(answer.status);
	return isRedirect ? (answer.headers.get('location') ?? undefined) : undefined;
}

async function readAnswer(answer: Answer): Promise<Reading | Leads> {
	if ('failure' in answer) {
		return refusal(answer.failure);
	}
	const { status, headers, body } = answer;
	if (GONE.includes(status)) {
		return { state: 'gone', reason: `answers ${status}` };
	}
	if (status < 200 || status >= 300) {
		return refusal(`answers ${status}`);
	}
	const extracted = await extract(body, headers.get('content-type') ?? '');
	if ('refused' in extracted) {
		return refusal(extracted.refused);
	}
	const { text, doubt, leadsTo } = extracted;
	return leadsTo === undefined
		? { state: 'read', page: readPageText(text), ...(doubt && { doubt }) }
		: { state: 'leads', target: leadsTo };
}

function refusal(reason: string): Reading {
	return { state: 'refused', reason, ...(NETWORK_FAILURES.test(reason) && { isNetwork: true }) };
}

/** What a machine without a network gives for every host. */
const NETWORK_FAILURES =
	/^(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ENETUNREACH|EHOSTUNREACH|ENETDOWN|UND_ERR_CONNECT_TIMEOUT|ETIMEDOUT)$/;
