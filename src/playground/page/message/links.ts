import { html } from 'htm/preact';
import type { ComponentChildren, VNode } from 'preact';

/** @returns a normalised http or https URL. Nothing else is made a link, "javascript:" above all. */
export function webAddress(url: string): string | undefined {
	try {
		const { protocol, href } = new URL(/^[a-z][a-z\d+.-]*:/i.test(url) ? url : `https://${url}`);
		return protocol === 'https:' || protocol === 'http:' ? href : undefined;
	} catch {
		return undefined;
	}
}

/** Whether the link opens the bot itself, which the server of the playground does. */
export function isDeepLink(url: string, bot: string): boolean {
	return new RegExp(`^(https?://)?t\\.me/${bot}([/?]|$)`, 'i').test(url) && !/[?&]startgroup/.test(url);
}

export function WebLink({ url, children }: { url: string; children?: ComponentChildren }): VNode {
	const address = webAddress(url);
	return address === undefined
		? html`<span>${children}</span>`
		: html`<a href=${address} target="_blank" rel="noopener noreferrer">${children}</a>`;
}
