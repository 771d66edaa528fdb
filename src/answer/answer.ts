import type { ChangedPage } from '../catalogue/changed-pages.ts';
import type { Hours } from '../catalogue/hours-schema.ts';
import type { CallPrice, Form, Method, Need, ProcedureId, Status } from '../catalogue/vocabulary.ts';

/** A Japanese sentence, and what it means to those who do not read Japanese. */
export type Saying = { ja: string; meaning?: string };

/** One way to do it, in the reader's language. */
export type Way = {
	method: Method;
	when?: string;
	needs: readonly Need[];
	/** When somebody answers, in Japan's time. */
	hours?: readonly Hours[];
	call?: CallPrice;
	steps: readonly string[];
	say?: Saying;
	weak: boolean;
};

/** What the answer rests on: who says it, and how old that is. */
export type Evidence = {
	/** Whether the carrier itself says all of it, a part of it, or nothing. */
	kind: 'official' | 'mixed' | 'unofficial';
	/** The carrier's page where there is one, else the first source's. */
	host: string;
	/** The date that this page gives itself; missing where it shows none. */
	date?: string;
	/** Whole years since that date, from one year on. */
	years?: number;
	/** What its content gives away of its age, where it shows no date: it is older than the one, or no older than the other. */
	before?: string;
	after?: string;
	/** The day on which it was opened on its own server; missing where only a saved copy was read. */
	readLive?: string;
};

/** What a person can do next, beside the steps. */
export type Actions = {
	/** `lang` is that of the page, where it is known. */
	links: readonly { host: string; url: string; lang?: string }[];
	copies: readonly { label: string; value: string }[];
	/** The Japanese sentence for staff. */
	say?: string;
	/** Other procedures of the same carrier, the most useful first. */
	related: readonly ProcedureId[];
};

/** An answer as plain data: the words of the knowledge in one language, with nothing of the interface around them. */
export type Answer = {
	procedure: ProcedureId;
	carrier: { id: string; name: string };
	/** Where a person logs in at this carrier, and with what if that needs saying. */
	account?: { name: string; login?: string };
	status: { status: Status; note?: string; replacedBy?: string };
	/** The carrier has no way of its own: this is what any phone can do. */
	isShared: boolean;
	gist: string;
	traps: readonly string[];
	/** The best way first. It is shown open, the others folded. */
	ways: readonly [Way, ...Way[]];
	myths: readonly { claim: string; truth: string }[];
	offline?: { steps: readonly string[]; say?: Saying };
	evidence: Evidence;
	/** Whose page does not say any more what the answer says. */
	changedPage?: ChangedPage;
	actions: Actions;
};

/** What somebody wants to know, whichever way it was asked: by command, tap, words, inline or deep link. */
export type Question = { procedure: ProcedureId; carrier: string; form?: Form; locale: string };
