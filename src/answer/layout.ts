import type { Translate } from '../i18n/i18n.ts';
import type { Answer, Evidence, Way } from './answer.ts';
import { type Block, bold, type Document, type Line, type PlainBlock, plain } from './document.ts';

/**
 * Lays an answer out: gist, traps, the best way open, everything else folded, then what it rests on.
 * @param t the interface texts in the answer's language
 */
export function answerToDocument(answer: Answer, t: Translate): Document {
	const [best, ...others] = answer.ways;
	return [
		{ kind: 'title', content: bold(`📌 ${titleOf(answer, t)}`) },
		{ kind: 'paragraph', content: plain(answer.gist) },
		...list(`⚠️ ${t('answer.traps')}`, warnings(answer, t)),
		{ kind: 'heading', content: bold(wayTitle(best, t)) },
		...wayBlocks(best, t),
		...others.map((way) => details(wayTitle(way, t), [...needs(way, answer, t), ...wayBlocks(way, t)])),
		...offline(answer, t),
		...mythsBlock(answer.myths, t),
		{ kind: 'footer', content: [{ text: evidenceLine(answer.evidence, t), style: 'italic' }] },
	];
}

function titleOf({ carrier, procedure }: Answer, t: Translate): string {
	return t('answer.title', { carrier: carrier.name, procedure: t(`procedure.${procedure}.title`) });
}

function warnings(answer: Answer, t: Translate): string[] {
	const { status, note, replacedBy } = answer.status;
	const [best] = answer.ways;
	return [
		...(answer.isShared ? [t('answer.shared', { carrier: answer.carrier.name })] : []),
		// The note says the same and more, where there is one.
		...(status === 'active' ? [] : [note ?? t(`status.${status}`)]),
		...(replacedBy ? [t('status.replaced', { carrier: replacedBy })] : []),
		...answer.traps,
		...needLines(best, answer, t),
	];
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

function details(summary: string, blocks: readonly PlainBlock[]): Block {
	return { kind: 'details', summary: bold(summary), blocks };
}

function list(heading: string, items: readonly string[]): Block[] {
	return items.length > 0
		? [
				{ kind: 'heading', content: bold(heading) },
				{ kind: 'list', ordered: false, items: items.map(plain) },
			]
		: [];
}

/** Who says it, from when it is, how old that makes it, and when it was last read: the footer of every answer. */
export function evidenceLine({ kind, host, date, years, checked }: Evidence, t: Translate): string {
	return [
		t(`evidence.${kind}`, { host }),
		date ? t('evidence.dated', { date }) : t('evidence.undated'),
		...(years ? [t('evidence.years', { count: years })] : []),
		t('evidence.checked', { date: checked }),
	].join(' · ');
}
