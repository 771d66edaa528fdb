import { useEffect, useRef, useState } from 'preact/hooks';
import type { ToastView } from '../../page-api/protocol.ts';

export type Said = { id: string; text: string };

const SHOWN_MS = 6_000;

/** Toasts of the bot for this person and notes of the page, each for some seconds; alerts until they are closed. */
export function useToasts(toasts: readonly ToastView[], person: string) {
	const [notes, setNotes] = useState<Said[]>([]);
	const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
	const count = useRef(0);
	const own = toasts.filter((toast) => toast.person === person && toast.text !== '');
	const shown = [...own.filter(({ alert }) => !alert).map(toSaid), ...notes].filter(({ id }) => !gone.has(id));
	const alert = own.filter((toast) => toast.alert).find((toast) => !gone.has(toSaid(toast).id));
	const dismiss = (id: string): void => setGone((old) => new Set([...old, id]));
	const first = shown[0]?.id;
	useEffect(() => {
		const timer = first === undefined ? undefined : setTimeout(() => dismiss(first), SHOWN_MS);
		return () => clearTimeout(timer);
	}, [first]);
	const note = (text: string): void => {
		count.current += 1;
		setNotes((old) => [...old, { id: `note-${count.current}`, text }]);
	};
	return { shown, alert: alert && toSaid(alert), dismiss, note };
}

/** Ids begin anew with the server. */
function toSaid({ id, text }: ToastView): Said {
	return { id: `toast-${id}`, text };
}
