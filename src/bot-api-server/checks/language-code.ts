import { badRequest } from '../errors.ts';
import type { MethodContext } from '../method.ts';

/** "A two-letter ISO 639-1 language code" or empty: the tags of users, such as zh-hans, are refused here. */
export function checkLanguageCode({ params }: MethodContext): string {
	const code = params.string('language_code') ?? '';
	if (!/^([a-z]{2})?$/.test(code)) {
		throw badRequest('invalid language code specified');
	}
	return code;
}
