import type { Inline, Line } from './document.ts';

/**
 * What Telegram makes a link or a mention of by itself: a bare host (gadgetken.com), an address (a@b.jp), a word behind
 * @, digits and letters behind # (match_urls, match_mentions, match_hashtags in TDLib's MessageEntity.cpp). It takes letters around a host into the link too.
 */
const LIVE =
	/(?:[\w.+-]*@)?(?:[a-z0-9](?:[\w-]*[a-z0-9])?\.)+[a-z]{2,}(?:[/:?#][^\s「」（）()<>、。，：；]*)?|@\w{2,}|#\d+(?=\p{L})/giu;

/**
 * Puts whatever would come alive into code style, where Telegram leaves it as it is. A name of a page is evidence and no
 * invitation: what should be opened stands on a button, and leads to an official page.
 */
export function quietLinks(line: Line): Line {
	return line.flatMap((inline) => (inline.style === 'code' ? [inline] : split(inline)));
}

function split(inline: Inline): Inline[] {
	const parts: Inline[] = [];
	let start = 0;
	for (const { 0: live, index } of inline.text.matchAll(LIVE)) {
		parts.push(...styled(inline, inline.text.slice(start, index)), { text: live, style: 'code' });
		start = index + live.length;
	}
	return start === 0 ? [inline] : [...parts, ...styled(inline, inline.text.slice(start))];
}

/** Telegram cuts white space off the ends of a style. */
function styled({ style }: Inline, text: string): Inline[] {
	const [, before = '', middle = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(text) ?? [];
	const parts: Inline[] = style ? [{ text: before }, { text: middle, style }, { text: after }] : [{ text }];
	return parts.filter((part) => part.text !== '');
}
