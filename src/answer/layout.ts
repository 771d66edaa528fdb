import type { ChangedPage } from '../catalogue/changed-pages.ts';
import type { Translate } from '../i18n/i18n.ts';
import type { Answer, Evidence, Way } from './answer.ts';
import { type Block, bold, type Document, type Fold, type Line, type PlainBlock, plain } from './document.ts';
import { linesOf } from './height.ts';
import { callText, openNowText } from './open-now.ts';

/** What costs money or the number comes first in the knowledge; whoever reads further finds the rest. */
export const MAX_TRAPS = 2;
/** With more lines than this before it, the first step is not seen without scrolling. */
const ROOM = 8;

/**
 * Lays an answer out so that the first step stands on the first screen of a phone: gist, the two worst traps, what one
 * needs, the steps of the best way. All else is folded behind it, and last of all what it rests on.
 * @param t the interface texts in the answer's language
 * @param now milliseconds since 1970, where it is to be said who answers now
 */
export function answerToDocument(answer: Answer, t: Translate, now?: number): Document {
	const [best, ...others] = answer.ways;
	const traps = trapsOf(answer, t);
	const shown = countShown(answer, traps, t);
	return [
		{ kind: 'title', content: bold(`📌 ${titleOf(answer, t)}`) },
		{
			kind: 'paragraph',
			content: plain([leadOf(answer, traps.slice(0, shown), t), ...callLines(best, t, now)].join('\n')),
		},
		...bestHeading(answer, t),
		...wayBlocks(best, t),
		...listFold(t('answer.more'), [...traps.slice(shown), ...loginLines(answer, t)]),
		...others.map((way) =>
			details(wayTitle(way, t), [...lines(callLines(way, t, now)), ...needs(way, answer, t), ...wayBlocks(way, t)]),
		),
		...offline(answer, t),
		...mythsBlock(answer.myths, t),
		...changedBlock(answer.changedPage, t),
		sourcesBlock(answer, t),
	];
}

function titleOf({ carrier, procedure }: Answer, t: Translate): string {
	return t('answer.title', { carrier: carrier.name, procedure: t(`procedure.${procedure}.title`) });
}

/** The gist, the traps and what one needs, without air between them. */
function leadOf(answer: Answer, traps: readonly string[], t: Translate): string {
	const needed = shortNeeds(answer, t);
	return [
		answer.gist,
		...traps.map((trap) => `⚠️ ${trap}`),
		...(needed.length > 0 ? [t('answer.need', { needs: needed.join(t('answer.needAnd')) })] : []),
	].join('\n');
}

/** One trap is always shown, a second where the first step stays in sight. */
function countShown(answer: Answer, traps: readonly string[], t: Translate): number {
	return linesOf(leadOf(answer, traps.slice(0, MAX_TRAPS), t)) <= ROOM ? MAX_TRAPS : 1;
}

/** What ended or is closed comes before everything else. */
function trapsOf({ status: { status, note, replacedBy }, traps }: Answer, t: Translate): string[] {
	return [
		// The note says the same and more, where there is one.
		...(status === 'ended' || status === 'closed-to-new' ? [note ?? t(`status.${status}`)] : []),
		...(replacedBy ? [t('status.replaced', { carrier: replacedBy })] : []),
		...traps,
	];
}

function shortNeeds({ ways: [best], account }: Answer, t: Translate): string[] {
	return best.needs.map((need) =>
		need === 'login' && account ? t('needShort.loginAt', { name: account.name }) : t(`needShort.${need}`),
	);
}

/** Whether somebody answers now, and what the call costs. */
function callLines(way: Way, t: Translate, now: number | undefined): string[] {
	const open = now === undefined ? undefined : openNowText(way, now, t);
	const known = [open, callText(way, t)].filter((text) => text !== undefined);
	return known.length > 0 ? [`🕘 ${known.join(' · ')}`] : [];
}

function lines(texts: readonly string[]): PlainBlock[] {
	return texts.map((text) => ({ kind: 'paragraph', content: plain(text) }));
}

/** With what one logs in, which is too long for the line that says that one must. */
function loginLines({ ways: [best], account }: Answer, t: Translate): string[] {
	return best.needs.includes('login') && account?.login ? [loginLine(account, t)] : [];
}

/** The steps say themselves where they are done; for whom they are has to be said. */
function bestHeading({ ways: [best], isShared }: Answer, t: Translate): Block[] {
	const way = wayTitle(best, t);
	const title = isShared ? t('answer.sharedWay', { way }) : way;
	return isShared || best.when ? [{ kind: 'heading', content: bold(title) }] : [];
}

/** A page that says something else now is worth more than a folded line. */
export function changedBlock(whose: ChangedPage | undefined, t: Translate): Block[] {
	return whose ? [{ kind: 'paragraph', content: plain(`⚠️ ${t(`answer.changedPage.${whose}`)}`) }] : [];
}

/** What the answer rests on, and how well: behind the steps, since it is no reason to wait with them. */
function sourcesBlock({ evidence, isShared, carrier, status, ways: [best] }: Answer, t: Translate): Block {
	const caveats = [
		...(isShared ? [t('answer.shared', { carrier: carrier.name })] : []),
		...(status.status === 'unknown' ? [status.note ?? t('status.unknown')] : []),
		...(best.weak ? [t('answer.weak')] : []),
	];
	const source: PlainBlock = { kind: 'paragraph', content: [{ text: evidenceLine(evidence, t), style: 'italic' }] };
	const doubts: PlainBlock[] = caveats.length > 0 ? [{ kind: 'list', ordered: false, items: caveats.map(plain) }] : [];
	return { ...details(t('answer.sources'), [source, ...doubts]), isSource: true };
}

function wayTitle({ method, when }: Way, t: Translate): string {
	const name = t(`method.${method}`);
	return when ? t('answer.way', { method: name, when }) : name;
}

function wayBlocks({ steps, say }: Pick<Way, 'steps' | 'say'>, t: Translate): PlainBlock[] {
	return [{ kind: 'list', ordered: true, items: steps.map(plain) }, ...sayBlock(say, t)];
}

function sayBlock(say: Way['say'], t: Translate): PlainBlock[] {
	if (!say) {
		return [];
	}
	const meaning = say.meaning ? [{ text: `\n${t('answer.sayMeaning', { meaning: say.meaning })}` }] : [];
	const content: Line = [{ text: `${t('answer.say')}\n` }, { text: say.ja, style: 'code' }, ...meaning];
	return [{ kind: 'paragraph', content }];
}

function needs(way: Way, answer: Answer, t: Translate): PlainBlock[] {
	const [best] = answer.ways;
	// What the best way needs stands above, so here only what is new is worth a line.
	const lines = needLines({ ...way, needs: way.needs.filter((need) => !best.needs.includes(need)) }, answer, t);
	return lines.length > 0 ? [{ kind: 'list', ordered: false, items: lines.map(plain) }] : [];
}

/** What must be true before the first step. The login is told by its name, for people have several. */
function needLines({ weak, needs: all }: Way, { account }: Answer, t: Translate): string[] {
	const lines = all.map((need) => (need === 'login' && account ? loginLine(account, t) : t(`need.${need}`)));
	return weak ? [t('answer.weak'), ...lines] : lines;
}

function loginLine({ name, login }: NonNullable<Answer['account']>, t: Translate): string {
	return login ? t('need.loginTo', { name, login }) : t('need.loginAt', { name });
}

function offline({ offline: known }: Answer, t: Translate): Block[] {
	return known ? [details(t('answer.offline'), wayBlocks(known, t))] : [];
}

/** What is often said and wrong, folded. Nothing where nothing is. */
export function mythsBlock(myths: Answer['myths'], t: Translate): Block[] {
	const items = myths.map(({ claim, truth }) => [{ text: `✗ ${claim}\n→ ${truth}` }]);
	return items.length > 0
		? [
				details(
					t('answer.myths'),
					items.map((content) => ({ kind: 'paragraph', content })),
				),
			]
		: [];
}

/** A part that is folded behind its summary. */
export function details(summary: string, blocks: readonly PlainBlock[]): Fold {
	return { kind: 'details', summary: bold(summary), blocks };
}

/** A folded list, where there is something to list. */
export function listFold(summary: string, items: readonly string[]): Block[] {
	return items.length > 0 ? [details(summary, [{ kind: 'list', ordered: false, items: items.map(plain) }])] : [];
}

/** Who says it and how old that is, in plain words: the footer of every answer. A saved copy is never passed off as today's. */
export function evidenceLine(evidence: Evidence, t: Translate): string {
	const { kind, years, readLive } = evidence;
	const age = [
		...(years ? [t('evidence.years', { count: years })] : []),
		...(readLive ? [t('evidence.readLive', { date: readLive })] : []),
	];
	return t(`evidence.${kind}`, { page: [pageOf(evidence, t), ...age].join(' · ') });
}

function pageOf({ host, date, before, after, readLive }: Evidence, t: Translate): string {
	if (date) {
		return t('evidence.dated', { host, date });
	}
	if (readLive) {
		return host;
	}
	if (before) {
		return t('evidence.before', { host, date: before });
	}
	return after ? t('evidence.after', { host, date: after }) : t('evidence.undated', { host });
}
