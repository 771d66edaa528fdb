import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { MessageView } from '../../page-api/protocol.ts';

/** What a person sent beside words. Voice and place are only said, since the page makes them up. */
export function Media({ id, media }: Required<Pick<MessageView, 'id' | 'media'>>): VNode {
	const { kind, label, width, height } = media;
	switch (kind) {
		case 'photo':
			return html`<img class="photo" src=${`/page/api/files/${id}`} alt=${label} width=${width} height=${height} />`;
		case 'sticker':
			return html`<p class="sticker" role="img" aria-label=${label}>${label.split(' ')[0]}</p>`;
		case 'voice':
			return html`<p class="file"><span aria-hidden="true">🎤</span> ${label}</p>`;
		case 'place':
			return html`<p class="file"><span aria-hidden="true">📍</span> ${label}</p>`;
	}
}
