import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { MessageView } from '../../page-api/protocol.ts';
import type { PageContext } from '../state/page-context.ts';
import type { ScrollEdge } from '../state/use-scroll-edge.ts';
import { Message } from './message.ts';
import { useScrollToNewest } from './use-scroll-to-newest.ts';
import { Welcome } from './welcome.ts';

/** With more messages at once the page gets slow. */
const PAGE_LENGTH = 200;

type Props = {
	page: PageContext;
	messages: MessageView[];
	loadOlder: (chat: string) => Promise<void>;
	/** Which end of a long answer is shown when it comes. */
	edge: ScrollEdge;
};

export function Conversation({ page, messages, loadOlder, edge }: Props): VNode {
	const [count, setCount] = useState(PAGE_LENGTH);
	const { chat } = page.current;
	const shown = messages.slice(-count);
	const hasMore = page.state.more.includes(chat) || shown.length < messages.length;
	const { list, hasNew, toEnd } = useScrollToNewest(shown, page.current.person, edge);
	const showOlder = async (): Promise<void> => {
		if (messages.length < count + PAGE_LENGTH && page.state.more.includes(chat)) {
			await loadOlder(chat);
		}
		setCount(count + PAGE_LENGTH);
	};
	return html`<div class="log-frame"><div class="log" role="log" aria-label="Messages" aria-live="polite" tabindex="0" ref=${list}>
		${messages.length === 0 && html`<${Welcome} page=${page} />`}
		${hasMore && html`<button type="button" class="older" onClick=${showOlder}>Show earlier messages</button>`}
		${shown.map(
			(message, index) =>
				html`<${Row} key=${message.id} page=${page} message=${message} isNewDay=${isNewDay(message, shown[index - 1])} />`,
		)}
		${page.state.typing.includes(chat) && html`<${Typing} />`}
	</div>
	${hasNew && html`<button type="button" class="new" onClick=${toEnd}>New message <span aria-hidden="true">↓</span></button>`}
	</div>`;
}

type RowProps = { page: PageContext; message: MessageView; isNewDay: boolean };

/** Memoised: a change elsewhere does not render all messages again. */
function Row({ page, message, isNewDay }: RowProps): VNode {
	return useMemo(
		() => html`
			${isNewDay && html`<p class="day">${new Date(message.at).toLocaleDateString([], { dateStyle: 'medium' })}</p>`}
			<${Message} page=${page} message=${message} />
		`,
		[message, isNewDay, page.current.person, page.current.chat],
	);
}

function isNewDay(message: MessageView, before: MessageView | undefined): boolean {
	return before !== undefined && new Date(before.at).toDateString() !== new Date(message.at).toDateString();
}

function Typing(): VNode {
	return html`<p class="typing"><span class="dots" aria-hidden="true"><i></i><i></i><i></i></span> Nokori is typing…</p>`;
}
