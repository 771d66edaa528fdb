import type { Line } from '../../../answer/document.ts';
import type { CheckedLink, LinkVerdict } from '../../../check/judge-link.ts';
import type { CheckReader } from './check-document.ts';
import { MARK, withMarked } from './marked.ts';

/** The worst first, since nobody reads a long list to its end. */
const ORDER: readonly LinkVerdict[] = ['lookalike', 'short', 'other', 'official'];
const MAX_LINES = 5;
const MAX_LENGTH = 60;

/** A line for each link of a message, with its host alone: what stands behind it may be anything. */
export function linkLines(links: readonly CheckedLink[], reader: CheckReader): Line[] {
	const { t } = reader;
	const numbered = links.map((link, index) => ({ link, number: index + 1 }));
	const sorted = numbered.sort((one, other) => ORDER.indexOf(one.link.verdict) - ORDER.indexOf(other.link.verdict));
	const rest = links.length - MAX_LINES;
	return [
		...sorted.slice(0, MAX_LINES).map(({ link, number }) => linkLine(link, number, reader)),
		...(rest > 0 ? [[{ text: t('check.link.more', { count: rest }) }]] : []),
	];
}

function linkLine(link: CheckedLink, number: number, { catalogue, locale, t, isShared }: CheckReader): Line {
	const { verdict, carriers, domain = '', host, url } = link;
	const carrier = catalogue.nameOf(carriers[0] ?? '', locale);
	const sign = verdict === 'lookalike' ? '⚠️ ' : '';
	const text = `${sign}${t(`check.link.${verdict}`, { link: MARK, carrier, domain })}`;
	return withMarked(
		text,
		isShared ? { text: t('check.link.name', { number }) } : { text: (host ?? url).slice(0, MAX_LENGTH), style: 'code' },
	);
}
