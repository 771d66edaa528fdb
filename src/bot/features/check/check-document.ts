import { type Block, bold, type Document, type Line, type PlainBlock, plain } from '../../../answer/document.ts';
import { sumUpEvidence } from '../../../answer/evidence.ts';
import { changedBlock, details, evidenceLine } from '../../../answer/layout.ts';
import { type Catalogue, pick } from '../../../catalogue/catalogue.ts';
import { gravest } from '../../../catalogue/changed-pages.ts';
import type { Checked } from '../../../check/check.ts';
import type { Translate } from '../../../i18n/i18n.ts';
import { dayText } from '../../screens/format.ts';
import { linkLines } from './link-lines.ts';
import { numberLines } from './number-lines.ts';

/** For whom it is said. Where others read along (`isShared`), nothing of the message is repeated. */
export type CheckReader = {
	catalogue: Catalogue;
	locale: string;
	t: Translate;
	/** As 2026-11-29. */
	today: string;
	isShared: boolean;
};

/** Lays out what is known of a message: what to do comes first, then whose it says it is, its links, its numbers, what it means. */
export function checkToDocument(checked: Checked, reader: CheckReader): Document {
	const { t } = reader;
	const lines = [
		plain(senderLine(checked, reader)),
		...linkLines(checked.links, reader),
		...numberLines(checked, reader),
		...[...noticeLines(checked, reader), ...dueLines(checked, reader), ...fakeLines(checked, reader)].map(plain),
	];
	const lead = [t('check.first'), ...(checked.oneTimeCode ? [`🔐 ${t('check.code')}`] : [])].join('\n');
	return [
		{ kind: 'title', content: bold(`🔎 ${t('check.title')}`) },
		{ kind: 'paragraph', content: bold(lead) },
		{ kind: 'list', ordered: false, items: lines },
		{ kind: 'paragraph', content: plain(t('check.wayIn')) },
		...changedBlock(gravest([checked.notice?.notice, checked.fake].map(reader.catalogue.changedPage)), t),
		...sources(checked, reader),
		{ kind: 'footer', content: plain(t('check.kept')) },
	];
}

function senderLine({ carriers }: Checked, { catalogue, locale, t }: CheckReader): string {
	const names = [...new Set(carriers.map((id) => catalogue.nameOf(id, locale)))];
	return names.length > 0
		? t('check.from', { carriers: new Intl.ListFormat(locale, { type: 'unit' }).format(names) })
		: t('check.fromNobody');
}

function noticeLines({ notice: found }: Checked, { locale, t }: CheckReader): string[] {
	if (!found) {
		return [t('check.noNotice')];
	}
	const { stage, means, act } = found.notice;
	return [
		t('check.means', { stage: t(`check.stage.${stage}`), means: pick(means, locale) }),
		t('check.act', { act: pick(act, locale) }),
	];
}

/** By when, as the carrier's rule or the message has it. A day is no secret, but in a group it is the message's own. */
function dueLines(
	{ notice: found, date, carriers: [carrier = ''] }: Checked,
	{ catalogue, t, isShared }: CheckReader,
): string[] {
	const grace =
		found?.notice.due === 'grace' ? catalogue.procedure(carrier, 'keep-number')?.deadline?.graceDays : undefined;
	const inText =
		date === undefined
			? undefined
			: isShared
				? t('check.due.inMessage')
				: t('check.due.date', { date: dayText(date, t) });
	return [
		...(grace === undefined ? [] : [t('check.due.grace', { days: grace })]),
		...(inText === undefined ? [] : [inText]),
		...(found?.notice.due === 'date-in-text' && inText === undefined ? [t('check.due.missing')] : []),
	];
}

function fakeLines({ fake }: Checked, { locale, t }: CheckReader): string[] {
	return fake ? [`⚠️ ${t('check.fake', { says: pick(fake.says, locale) })}`] : [];
}

/** On what the meaning rests. */
function sources({ notice: found, fake }: Checked, { t, today }: CheckReader): Block[] {
	const evidence = [found?.notice, fake && { sources: fake.sources, confidence: 'medium' as const }]
		.filter((one) => one !== undefined)
		.map((one): Line => [{ text: evidenceLine(sumUpEvidence(one, today), t), style: 'italic' }]);
	const blocks: PlainBlock[] = [...new Map(evidence.map((line) => [line[0]?.text, line])).values()].map((content) => ({
		kind: 'paragraph',
		content,
	}));
	return blocks.length > 0 ? [{ ...details(t('answer.sources'), blocks), isSource: true }] : [];
}
