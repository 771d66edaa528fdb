import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { type CurrentChat, nameOf } from '../state/current-chat.ts';
import type { PageContext } from '../state/page-context.ts';

type WayBack = {
	/** Where the person was before the page switched to another one. */
	from: CurrentChat | undefined;
	/** To be called before the page itself switches to another person. */
	remember: (from: CurrentChat) => void;
	forget: () => void;
};

export function useWayBack({ person }: CurrentChat): WayBack {
	const [from, setFrom] = useState<CurrentChat>();
	return {
		from: from?.person === person ? undefined : from,
		// Two examples later one still wants to be who one was.
		remember: (place) => setFrom((old) => old ?? place),
		forget: () => setFrom(undefined),
	};
}

/** Says that one is somebody else now, and leads back. */
export function WayBackBar({ page, from, forget }: { page: PageContext } & Pick<WayBack, 'from' | 'forget'>): VNode {
	const { state, current, actions } = page;
	const back = (): void => {
		if (from) {
			actions.go(from);
		}
		forget();
	};
	return html`<div role="status">
		${
			from &&
			html`<p class="way-back">
				<span>You are now <strong>${nameOf(current.person, state)}</strong>.</span>
				<button type="button" class="link" onClick=${back}>Back to ${nameOf(from.person, state)}</button>
				<button type="button" class="icon" aria-label="Stay" title="Stay" onClick=${forget}><span aria-hidden="true">✕</span></button>
			</p>`
		}
	</div>`;
}
