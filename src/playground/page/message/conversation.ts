import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { MessageView } from '../../page-api/protocol.ts';
import type { Desk } from '../state/types.ts';
import { Message } from './message.ts';
import { Typing } from './typing.ts';
import { useStickToEnd } from './use-stick-to-end.ts';
import { Welcome } from './welcome.ts';

/** Drawn at once; with more the page gets slow. */
const PAGE = 200;

type Props = { desk: Desk; messages: MessageView[]; loadOlder: (chat: string) => Promise<void> };

export function Conversation({ desk, messages, loadOlder }: Props): VNode {
	const [count, setCount] = useState(PAGE);
	const { chat } = desk.place;
	const shown = messages.slice(-count);
	const hasMore = desk.state.more.includes(chat) || shown.length < messages.length;
	const { list, hasNew, toEnd } = useStickToEnd(shown, desk.place.person);
	const showOlder = async (): Promise<void> => {
		if (messages.length < count + PAGE && desk.state.more.includes(chat)) {
			await loadOlder(chat);
		}
		setCount(count + PAGE);
	};
	return html`<div class="log-frame"><div class="log" role="log" aria-label="Messages" aria-live="polite" tabindex="0" ref=${list}>
		${messages.length === 0 && html`<${Welcome} desk=${desk} />`}
		${hasMore && html`<button type="button" class="older" onClick=${showOlder}>Show earlier messages</button>`}
		${shown.map(
			(message, index) =>
				html`<${Row} key=${message.id} desk=${desk} message=${message} isNewDay=${isNewDay(message, shown[index - 1])} />`,
		)}
		${desk.state.typing.includes(chat) && html`<${Typing} />`}
	</div>
	${hasNew && html`<button type="button" class="new" onClick=${toEnd}>New message <span aria-hidden="true">↓</span></button>`}
	</div>`;
}

type RowProps = { desk: Desk; message: MessageView; isNewDay: boolean };

/** Drawn again only when the message is another, or somebody else looks at it. */
function Row({ desk, message, isNewDay }: RowProps): VNode {
	return useMemo(
		() => html`
			${isNewDay && html`<p class="day">${new Date(message.at).toLocaleDateString([], { dateStyle: 'medium' })}</p>`}
			<${Message} desk=${desk} message=${message} />
		`,
		[message, isNewDay, desk.place.person, desk.place.chat],
	);
}

function isNewDay(message: MessageView, before: MessageView | undefined): boolean {
	return before !== undefined && new Date(before.at).toDateString() !== new Date(message.at).toDateString();
}
