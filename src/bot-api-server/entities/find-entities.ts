import type { MessageEntity } from 'grammy/types';
import { findLinks, type Span } from './find-links.ts';
import { endOf, inOrder } from './kinds.ts';

const MENTION = /(?<![\p{L}\p{N}_])@(\w{2,32})(?![\p{L}\p{N}_])/gu;
/** Names of less than four characters that exist (MessageEntity.cpp, get_valid_short_usernames). */
const SHORT_NAMES: readonly string[] = ['gif', 'nft', 'pic', 'ufc', 'vid'];
const COMMAND = /(?<![\p{L}\p{N}_/<>])\/\w{1,64}(?:@\w{3,32}|(?!@))(?![\p{L}\p{N}_/<>])/gu;
/** is_hashtag_letter: also the middle dot, the non-joiner and the block of Sinhala. */
const TAG_LETTER = String.raw`\p{L}\p{Nd}_\u200c\u00b7\u0d80-\u0dff`;
const HASHTAG = new RegExp(`(?<![${TAG_LETTER}])#([${TAG_LETTER}]+)(@\\w{3,32})?`, 'gu');
const HASHTAG_LIMIT = 256;
const CASHTAG = new RegExp(`(?<![$${TAG_LETTER}])\\$(?:1INCH|[A-Z]+)(?:@\\w{3,32}(?!\\w))?`, 'gu');
const CASHTAG_NAME = /^\$(?:1INCH|[A-Z]{1,8}(?![A-Z]))/;
const AFTER_CASHTAG = new RegExp(`^[$${TAG_LETTER}]`, 'u');

/**
 * What Telegram makes live in a text by itself: mentions, commands, hashtags, cashtags, links and e-mail addresses
 * (MessageEntity.cpp, find_entities). Of two that meet the earlier stays, so nothing is found inside a link.
 */
export function findEntities(text: string): MessageEntity[] {
	const { urls, emails } = findLinks(text);
	const found = inOrder([
		...entitiesOf('mention', findMentions(text)),
		...entitiesOf('bot_command', [...text.matchAll(COMMAND)].map(spanOf)),
		...entitiesOf('hashtag', findHashtags(text)),
		...entitiesOf('cashtag', findCashtags(text)),
		...entitiesOf('url', urls),
		...entitiesOf('email', emails),
	]);
	let end = 0;
	return found.filter((entity) => {
		const isFirst = entity.offset >= end;
		end = isFirst ? endOf(entity) : end;
		return isFirst;
	});
}

type FoundKind = 'mention' | 'bot_command' | 'hashtag' | 'cashtag' | 'url' | 'email';

function entitiesOf(type: FoundKind, spans: readonly Span[]): MessageEntity[] {
	return spans.map(([start, end]) => ({ type, offset: start, length: end - start }));
}

function spanOf({ 0: whole, index }: RegExpExecArray): Span {
	return [index, index + whole.length];
}

function findMentions(text: string): Span[] {
	const matches = [...text.matchAll(MENTION)];
	return matches.filter(([, name = '']) => name.length > 3 || SHORT_NAMES.includes(name.toLowerCase())).map(spanOf);
}

/** A hashtag has a letter and no further # behind it, so the code *#06# is none (match_hashtags). */
function findHashtags(text: string): Span[] {
	return [...text.matchAll(HASHTAG)].flatMap((match): Span[] => {
		const [start, end] = spanOf(match);
		const letters = [...(match[1] ?? '')].slice(0, HASHTAG_LIMIT).join('');
		if (text[end] === '#' || !/\p{L}/u.test(letters)) {
			return [];
		}
		return [[start, letters === match[1] ? end : start + 1 + letters.length]];
	});
}

function findCashtags(text: string): Span[] {
	return [...text.matchAll(CASHTAG)]
		.filter(([whole]) => CASHTAG_NAME.test(whole))
		.map(spanOf)
		.filter(([, end]) => !AFTER_CASHTAG.test(text.slice(end)));
}
