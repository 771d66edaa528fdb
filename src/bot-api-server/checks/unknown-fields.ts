import type { JsonObject } from '../json.ts';
import type { MethodContext } from '../method.ts';

/** Telegram ignores fields it does not know, so a misspelt one would go unseen. */
export function checkUnknownFields(
	{ violate }: MethodContext,
	value: JsonObject,
	{ what, fields }: { what: string; fields: readonly string[] },
): void {
	for (const field of Object.keys(value).filter((key) => !fields.includes(key))) {
		violate('unknown-field', `${what} has no field "${field}"`);
	}
}
