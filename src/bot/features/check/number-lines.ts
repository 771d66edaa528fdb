import type { Line } from '../../../answer/document.ts';
import type { Checked } from '../../../check/check.ts';
import type { CheckReader } from './check-document.ts';
import { MARK, withMarked } from './marked.ts';

const MAX_LINES = 4;

/** A line for each telephone number of a message. */
export function numberLines(
	{ numbers, carriers: [named] }: Checked,
	{ catalogue, locale, t, isShared }: CheckReader,
): Line[] {
	return numbers.slice(0, MAX_LINES).map(({ number, verdict, carriers: [owner] }, index) => {
		const carrier = owner ?? named;
		const about = carrier === undefined ? {} : { carrier: catalogue.nameOf(carrier, locale) };
		const key = verdict === 'official' ? 'official' : carrier === undefined ? 'unknown' : 'other';
		return withMarked(
			t(`check.number.${key}`, { number: MARK, ...about }),
			isShared ? { text: t('check.number.name', { number: index + 1 }) } : { text: number, style: 'code' },
		);
	});
}
