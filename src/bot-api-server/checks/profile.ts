import { badRequest } from '../errors.ts';
import type { MethodContext } from '../method.ts';

/** "A two-letter ISO 639-1 language code" or empty: longer tags, such as the zh-hans of a user, are refused here. */
export function checkLanguageCode({ params }: MethodContext): string {
	const code = params.string('language_code') ?? '';
	if (!/^([a-z]{2})?$/.test(code)) {
		throw badRequest('invalid language code specified');
	}
	return code;
}

/** A name or description of the bot, trimmed. The limit counts characters, not UTF-16 units. */
export function checkProfileText(
	{ params }: MethodContext,
	{ field, limit }: { field: string; limit: number },
): string {
	const text = (params.string(field) ?? '').trim();
	if ([...text].length > limit) {
		throw badRequest(`bot ${field.replace('_', ' ')} length must not exceed ${limit}`);
	}
	return text;
}
