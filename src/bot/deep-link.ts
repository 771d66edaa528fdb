/** What Telegram takes as the payload of a deep link. */
const LEGAL = /^[A-Za-z0-9-]+$/;
const MAX_LENGTH = 64;

/** Opens the menu. */
const HOME = 'menu';

/**
 * The payload for a screen: check-data_povo for /check-data/povo/. A name in the path that a payload cannot carry ends
 * it, so the link leads to the nearest screen above.
 */
export function payloadOf(path: string): string {
	let payload = '';
	for (const name of path.split('/').slice(1, -1)) {
		const longer = payload === '' ? name : `${payload}_${name}`;
		if (!LEGAL.test(name) || longer.length > MAX_LENGTH) {
			break;
		}
		payload = longer;
	}
	return payload || HOME;
}

/** The path for whatever stands behind ?start=. What leads nowhere opens the nearest screen, or the menu. */
export function pathOf(payload: string): string {
	return payload === '' ? '/' : `/${payload.split('_').join('/')}/`;
}

/** The address that opens a screen in the private chat with the bot. */
export function deepLink(username: string, path: string): string {
	return `https://t.me/${username}?start=${payloadOf(path)}`;
}
