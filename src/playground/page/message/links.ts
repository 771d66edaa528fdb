/** @returns the address, if it is one of the web: nothing else is ever made a link */
export function webAddress(url: string): string | undefined {
	try {
		const { protocol, href } = new URL(/^[a-z][a-z\d+.-]*:/i.test(url) ? url : `https://${url}`);
		return protocol === 'https:' || protocol === 'http:' ? href : undefined;
	} catch {
		return undefined;
	}
}

/** Whether it leads to the bot itself, which the playground answers. */
export function isDeepLink(url: string, bot: string): boolean {
	return new RegExp(`^(https?://)?t\\.me/${bot}([/?]|$)`, 'i').test(url) && !/[?&]startgroup/.test(url);
}
