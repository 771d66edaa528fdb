/**
 * Reads JSON that was stored. Half an emoji, as an earlier version could leave it at the end of a name, becomes the
 * sign for an unreadable character: Telegram refuses every message that holds one, and so its owner could see nothing.
 */
export function readJson(json: string): unknown {
	return JSON.parse(json, (_key, value) => (typeof value === 'string' ? value.toWellFormed() : value));
}
