import { badRequest } from '../errors.ts';
import type { MethodContext } from '../method.ts';
import { checkLanguageCode } from './language-code.ts';

/** Sets a text of the bot's profile for one language; an empty text takes it away. */
export function setProfileText(
	context: MethodContext,
	texts: Map<string, string>,
	{ field, limit }: { field: string; limit: number },
): true {
	const language = checkLanguageCode(context);
	const text = (context.params.string(field) ?? '').trim();
	if ([...text].length > limit) {
		throw badRequest(`bot ${field.replace('_', ' ')} length must not exceed ${limit}`);
	}
	if (text === '') {
		texts.delete(language);
	} else {
		texts.set(language, text);
	}
	return true;
}
