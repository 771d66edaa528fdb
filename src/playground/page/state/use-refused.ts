import { useRef, useState } from 'preact/hooks';
import type { MessageView } from '../../page-api/protocol.ts';

export type Refusal = { person: string; name: string; chat: string; text: string; error: string };
type Refuse = (refusal: Refusal) => void;

/** What the playground refused to do. It stands in the chat as a red bubble, where it happened, for that person alone. */
export function useRefused(messages: readonly MessageView[]): [MessageView[], Refuse] {
	const [refused, setRefused] = useState<MessageView[]>([]);
	// The answer comes later, so what is the newest message then counts.
	const newest = useRef(messages);
	newest.current = messages;
	const refuse: Refuse = (refusal) => setRefused((old) => [...old, toMessage(refusal, newest.current, old.length + 1)]);
	return [refused, refuse];
}

function toMessage(
	{ person, name, chat, text, error }: Refusal,
	messages: readonly MessageView[],
	count: number,
): MessageView {
	const order =
		Math.max(0, ...messages.filter((message) => message.chat === chat).map((message) => message.order)) + 0.5;
	const common = { chat, person, text, error, order, from: name, onlyFor: person };
	// Ids of the server are whole and positive.
	return {
		...common,
		id: -count,
		at: Date.now(),
		fromBot: false,
		entities: [],
		buttons: [],
		richRows: 0,
		edited: false,
	};
}
