import type { DoorWords, SmallTalkWords } from '../catalogue/words.ts';
import { foldDiacritics } from '../fold-diacritics.ts';
import { type ByLanguage, createFinder, isNearlyEmpty } from './finder.ts';
import { normalise } from './normalise.ts';
import { createSmallTalk, type SmallTalk } from './small-talk.ts';
import { createNameTest } from './topics.ts';

/** Words of a text that by themselves decide what may open. */
export type Keywords = {
	/** A balance: data left, or the bill? `data` and `bill` where the text says it, `either` where it does not. */
	balance?: 'data' | 'bill' | 'either';
	/** Speaks of prepaid cards or travel eSIMs in general. */
	prepaid: boolean;
	/** "cancel", "stop", "back" and nothing else. */
	nothing: boolean;
	/** A clear word for ending a contract, without which it is not even offered. */
	ends: boolean;
	/** The means to pay or the place that is named; `isPart` where it is only one shop or one kind of it. */
	channel?: { id: string; isPart: boolean };
	/** Speaks of a bill. */
	bill: boolean;
	/** Asks how to pay, or names a means to pay, and asks nothing else; a carrier may be named too. */
	paysOnly: boolean;
	/** Asks how to pay, by whatever means. */
	pays: boolean;
	/** A word for paying, without which paying is not answered. */
	payment: boolean;
	/** Asks whether a message is the carrier's, or is such a message itself. */
	suspicious: boolean;
	/** Doubts something, and perhaps not a message. */
	doubts: boolean;
	/** What is said to a bot beside questions. */
	smallTalk?: SmallTalk;
	/** A question to be answered with yes or no. */
	asksWhether: boolean;
	/** The balance and nothing else, but for a carrier's name. */
	balanceOnly: boolean;
};

/** Makes the function that finds the keywords. @returns a function of a normalised text, and of it without names */
export function createKeywords(words: DoorWords, small: SmallTalkWords): (text: string, nameless: string) => Keywords {
	const is = (list: ByLanguage) => createNameTest(Object.values(list).flat());
	const [balance, data, bill, prepaid] = [is(words.balance), is(words.data), is(words.bill), is(words.prepaid)];
	const [ends, pays, whether] = [is(words.ends), is(words.paying), is(words.whether)];
	const nothing = new Set(
		Object.values(words.nothing)
			.flat()
			.map((word) => foldDiacritics(normalise(word))),
	);
	const channels = Object.entries(words.channels).map(([id, list]) => [id, is(list)] as const);
	const payWords = [...Object.values(words.channels), words.paying, words.payments, words.fillers];
	const [payRest, balanceRest] = [createFinder(payWords), createFinder([words.balance, words.fillers])];
	const isPart = is(words.parts);
	const [payment, doubts, messages] = [is(words.pay), is(words.doubts), is(words.messages)];
	const isNotice = createNoticeTest(words.notices);
	const findSmallTalk = createSmallTalk(small);
	const whichBalance = (text: string) => (data(text) ? 'data' : bill(text) ? 'bill' : 'either');
	const isSuspicious = (text: string) =>
		isNotice(text) || (doubts(text) && (messages(text) || text.trim().length <= SHORT));
	return (text, nameless) => {
		const bare = text.replace(/^\/|[\s\p{P}]+$/gu, '');
		const smallTalk = findSmallTalk(text);
		const [channel] = channels.flatMap(([id, isNamed]) => (isNamed(text) ? [{ id, isPart: isPart(text) }] : []));
		return {
			...(balance(text) ? { balance: whichBalance(text) } : {}),
			balanceOnly: balance(text) && isNearlyEmpty(nameless, balanceRest),
			bill: bill(text),
			prepaid: prepaid(text),
			nothing: nothing.has(foldDiacritics(bare)),
			ends: ends(text),
			...(channel ? { channel } : {}),
			...(smallTalk ? { smallTalk } : {}),
			paysOnly: (channel !== undefined || pays(text)) && isNearlyEmpty(nameless, payRest),
			pays: pays(text),
			payment: payment(text),
			doubts: doubts(text),
			suspicious: isSuspicious(text),
			asksWhether: whether(text),
		};
	};
}

/** A doubt and nothing else: "scam?" */
const SHORT = 12;
/** So many phrases of a notice, or one beside a link, are no question but a notice. */
const NOTICE_PHRASES = 3;
const LINK = /https?:|www\.|[a-z0-9-]\.(?:com|net|jp|info|top|xyz|cc|cn|shop|ly)\b/;

/** Tells whether a text is a notice that was pasted, and not somebody's own words about one. */
function createNoticeTest(phrases: ByLanguage): (text: string) => boolean {
	const finder = createFinder([phrases]);
	return (text) => {
		const found = new Set(text.match(finder) ?? []).size;
		return found >= NOTICE_PHRASES || (found > 0 && LINK.test(text));
	};
}
