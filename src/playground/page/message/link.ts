import { html } from 'htm/preact';
import type { ComponentChildren, VNode } from 'preact';
import { webAddress } from './links.ts';

export function WebLink({ url, children }: { url: string; children?: ComponentChildren }): VNode {
	const address = webAddress(url);
	return address === undefined
		? html`<span>${children}</span>`
		: html`<a href=${address} target="_blank" rel="noopener noreferrer">${children}</a>`;
}
