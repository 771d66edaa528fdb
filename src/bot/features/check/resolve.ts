import type { Intent } from '../../../catalogue/vocabulary.ts';
import type { Checked } from '../../../check/check.ts';
import { addDays } from '../../../dates/day.ts';
import type { Content } from '../../deps.ts';
import { CHECK, remindPath } from '../../paths.ts';
import type { Asker } from '../../screens/screen.ts';
import { intentButtons } from '../free-text/intent-buttons.ts';
import type { Resolved } from '../procedure/resolve.ts';
import { checkToDocument } from './check-document.ts';

type Message = { text: string /** As 2026-11-29. */; today: string };

/** How long before the day somebody is reminded. */
const REMIND_DAYS = 3;

/** Says what is known of a message that somebody gave to be checked. */
export function resolveCheck(content: Content, asker: Asker, { text, today }: Message): Resolved {
	return answerTo(content, asker, content.check(text, { today, locale: asker.locale }), today);
}

/**
 * The same for a text that only may be such a message; undefined where there is nothing in it to say anything of.
 * @param isMeant whether what was found is enough, where nobody asked for a check
 */
export function resolveIfMessage(
	content: Content,
	asker: Asker,
	{ text, today }: Message,
	isMeant: (checked: Checked) => boolean = () => true,
): Resolved | undefined {
	// In a chat that the bot is not in, it says nothing of others' messages.
	if (asker.audience === 'inline') {
		return undefined;
	}
	const checked = content.check(text, { today, locale: asker.locale });
	return isMessage(checked) && isMeant(checked) ? answerTo(content, asker, checked, today) : undefined;
}

/** Whether a text holds anything by which a message can be judged. */
export function isMessage({ links, numbers, notice, oneTimeCode, fake }: Checked): boolean {
	return links.length > 0 || numbers.length > 0 || notice !== undefined || oneTimeCode || fake !== undefined;
}

function answerTo(content: Content, asker: Asker, checked: Checked, today: string): Resolved {
	const { catalogue } = content;
	const { locale, t } = asker;
	const isShared = asker.audience !== undefined && asker.audience !== 'private';
	return {
		path: CHECK,
		document: checkToDocument(checked, { catalogue, locale, t, today, isShared }),
		buttons: [...wayIn(content, asker, checked), ...(isShared ? [] : remind(asker, checked, today))],
	};
}

type Buttons = NonNullable<Resolved['buttons']>;

/** To the answers that lead there without the message. */
function wayIn(content: Content, asker: Asker, { carriers: [carrier], notice: found }: Checked): Buttons {
	const procedures: Intent[] = [
		'contact-support',
		...(found ? [found.notice.next] : []),
		'check-bill',
		...(found?.notice.kind === 'no-topping' ? (['keep-number'] as const) : []),
	];
	return intentButtons(content, asker, [...new Set<Intent>([...procedures, 'suspicious-message'])], carrier);
}

function remind({ t }: Asker, { date }: Checked, today: string): Buttons {
	if (date === undefined || date <= today) {
		return [];
	}
	const before = addDays(date, -REMIND_DAYS);
	return before > today
		? [{ text: t('check.remind', { days: REMIND_DAYS }), path: remindPath('date', before, 'notice') }]
		: [{ text: t('button.remindMe'), path: remindPath('date', date) }];
}
