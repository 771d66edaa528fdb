import type { Answer } from '../../../answer/answer.ts';
import { columnsOf } from '../../../answer/height.ts';
import type { ProcedureId } from '../../../catalogue/vocabulary.ts';
import { ruleOf } from '../../../reminders/plan.ts';
import type { Content } from '../../deps.ts';
import { answerPath, carrierPath, feedbackPath, HOME, remindFromPath, type Topic } from '../../paths.ts';
import { answerTitle } from '../../screens/format.ts';
import { inFittingRows, MAX_ROWS } from '../../screens/layout.ts';
import type { Button, Screen, View } from '../../screens/screen.ts';
import { hasCard } from '../cards/change.ts';
import { payingButton } from '../guides/index.ts';
import { SAVE } from './save-card.ts';

/** What is to be copied, the reminder and the likeliest next questions share two rows. */
const MAX_MIDDLE = 4;
const MAX_MIDDLE_ROWS = 2;
const NEXT_SHOWN = 2;

/** Where the next day that matters is the point of the answer. */
const ABOUT_DEADLINES: readonly ProcedureId[] = ['renew', 'keep-number', 'top-up'];

type Shown = { topic: Topic; answer: Answer };

/** The path of the buttons that an answer has no room for. */
export function morePath(topic: Topic): string {
	return `${answerPath(topic)}more/`;
}

/** Under an answer: the official page, what to copy, what comes next, what one thinks of it, and the way on. */
export function answerButtons(
	content: Content,
	{ topic, answer }: Shown,
	view: View,
	pages: readonly Button[],
): Screen['rows'] {
	const { t } = view;
	return [
		...officialPage(answer, view)
			.slice(0, 1)
			.map((page) => [page]),
		...middleRows(content, { topic, answer }, view),
		[
			{ text: t('button.good'), path: `${feedbackPath(topic)}good` },
			{ text: t('button.outdated'), path: feedbackPath(topic) },
		],
		[...pages, { text: t('button.others'), path: morePath(topic) }, { text: t('button.home'), path: HOME }],
	];
}

function middleRows(content: Content, { topic, answer }: Shown, view: View): Button[][] {
	const copies = copyButtons(answer, view);
	const own = hasReminder(content, topic, view) ? [remindButton(topic, view, 'button.remindMe')] : [];
	const next = nextButtons(answer, view).slice(0, NEXT_SHOWN);
	const room = MAX_MIDDLE - own.length - next.length;
	const buttons = [...copies.slice(0, Math.max(room, 1)), ...own, ...next].slice(0, MAX_MIDDLE);
	return inFittingRows(buttons).slice(0, MAX_MIDDLE_ROWS);
}

/** The rest of what can be done with an answer. What ends the contract comes last, in a row of its own. */
export function moreRows(content: Content, { topic, answer, back }: Shown & { back: string }, view: View): Button[][] {
	const { t, audience, canShare, linkTo } = view;
	const shown = new Set(middleRows(content, { topic, answer }, view).flat().map(keyOf));
	const isNew = (button: Button): boolean => !shown.has(keyOf(button));
	const here = morePath(topic);
	const cancel = cancelButton(content, topic, view);
	const before = [...officialPage(answer, view).slice(1), ...copyButtons(answer, view).filter(isNew)];
	const always = [
		...(audience === 'private'
			? [
					{ text: t(isSaved(topic, view) ? 'button.saved' : 'button.card'), path: `${here}${SAVE}` },
					...[remindButton(topic, view, 'button.remind')].filter(isNew),
				]
			: []),
		...(canShare ? [{ text: t('button.share'), share: answerTitle(content.catalogue, topic, view) }] : []),
		{ text: t('button.copyLink'), copy: linkTo(answerPath(topic)) },
		...[payingButton(topic, t) ?? []].flat(),
	];
	const next = nextButtons(answer, view).filter(isNew);
	const last = [
		...(back === HOME ? [] : [{ text: t('button.otherCarrier'), path: back }]),
		{ text: t('button.allQuestions'), path: carrierPath(topic.carrier) },
	];
	const rows = fitting({ before, always, next, last }, MAX_ROWS - 1 - cancel.length);
	return [...rows, ...cancel.map((button) => [button])];
}

type Parts = Record<'before' | 'always' | 'next' | 'last', Button[]>;

/** Without room for all, next questions go first ("All questions" has them), then further copies and pages. */
function fitting(parts: Parts, room: number): Button[][] {
	const { before, always, next, last } = parts;
	const rows = inFittingRows([...before, ...always, ...next, ...last]);
	if (rows.length <= room || before.length + next.length === 0) {
		return rows;
	}
	const fewer = next.length > 0 ? { next: next.slice(0, -1) } : { before: before.slice(0, -1) };
	return fitting({ ...parts, ...fewer }, room);
}

/** Named by what it is: the page for this question. */
function officialPage({ actions, procedure }: Answer, view: View): Button[] {
	const { t } = view;
	const names = [t(`procedure.${procedure}.title`), t(`procedure.${procedure}.button`)];
	return actions.links.map(({ host, url, lang }, index) => ({
		text: shortest([
			...(index === 0 ? names.map((what) => pageLabel(t('button.page', { host, what }), lang, view)) : []),
			pageLabel(t('button.link', { host }), lang, view),
		]),
		url,
		...(index === 0 ? { style: 'primary' as const } : {}),
	}));
}

/** As much as a phone shows of a button that has a row of its own. */
const ROW_COLUMNS = 44;

/** The first of the labels that a phone shows whole, or the last. */
function shortest(labels: readonly string[]): string {
	return labels.find((label) => columnsOf(label) <= ROW_COLUMNS) ?? labels.at(-1) ?? '';
}

/** Says in which language a page is, where that is not the reader's. */
function pageLabel(label: string, lang: string | undefined, { locale, t }: Pick<View, 'locale' | 't'>): string {
	const language = lang && lang !== locale ? new Intl.DisplayNames(locale, { type: 'language' }).of(lang) : undefined;
	return language ? t('button.inLanguage', { label, language }) : label;
}

function copyButtons({ actions: { say, copies } }: Answer, { t }: View): Button[] {
	return [
		...(say ? [{ text: t('button.copySay'), copy: say }] : []),
		...copies.map(({ label, value }) => ({ text: t('button.copy', { label }), copy: value })),
	];
}

function nextButtons({ actions, carrier }: Answer, { t }: View): Button[] {
	return actions.related
		.filter((procedure) => procedure !== 'cancel')
		.map((procedure) => ({
			text: t(`procedure.${procedure}.button`),
			path: answerPath({ procedure, carrier: carrier.id }),
		}));
}

/** To be reminded is a matter of the private chat. */
function hasReminder({ catalogue }: Content, { carrier, procedure }: Topic, { audience }: View): boolean {
	return audience === 'private' && ABOUT_DEADLINES.includes(procedure) && ruleOf(catalogue, carrier) !== undefined;
}

function remindButton(topic: Topic, { t }: View, key: 'button.remind' | 'button.remindMe'): Button {
	return { text: t(key), path: remindFromPath(topic) };
}

function cancelButton({ catalogue }: Content, { carrier, procedure }: Topic, { t }: View): Button[] {
	const path = answerPath({ procedure: 'cancel', carrier });
	return procedure !== 'cancel' && catalogue.procedure(carrier, 'cancel')
		? [{ text: t('procedure.cancel.button'), path, style: 'danger' }]
		: [];
}

/** In private only: nobody else learns what somebody has. */
export function isSaved(topic: Topic, { audience, person }: View): boolean {
	return audience === 'private' && hasCard(person.cards, topic);
}

function keyOf(button: Button): string {
	return 'path' in button ? button.path : 'copy' in button ? button.copy : button.text;
}
