import { useRef, useState } from 'preact/hooks';
import type { MessageView } from '../../page-api/protocol.ts';

export type RefusedAction = { person: string; name: string; chat: string; text: string; error: string };
type Refuse = (refusal: RefusedAction) => void;

/** What the playground refused, as messages with an error: red bubbles that only this person sees. */
export function useRefusals(messages: readonly MessageView[]): [MessageView[], Refuse] {
	const [refused, setRefused] = useState<MessageView[]>([]);
	// A ref, since the refusal comes later: it has to stand after the messages of that time.
	const newest = useRef(messages);
	newest.current = messages;
	const refuse: Refuse = (refusal) => setRefused((old) => [...old, toMessage(refusal, newest.current, old.length + 1)]);
	return [refused, refuse];
}

function toMessage(
	{ person, name, chat, text, error }: RefusedAction,
	messages: readonly MessageView[],
	count: number,
): MessageView {
	const order =
		Math.max(0, ...messages.filter((message) => message.chat === chat).map((message) => message.order)) + 0.5;
	const common = { chat, person, text, error, order, from: name, onlyFor: person };
	// A negative id and half an order collide with none of the server.
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
