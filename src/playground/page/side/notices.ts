import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ToastView } from '../../page-api/protocol.ts';

const SHOWN_MS = 6_000;

type Notice = { id: string; text: string };
type Notices = {
	/** Those that are shown now, for some seconds each. */
	toasts: Notice[];
	/** Stays until it is closed. */
	alert: Notice | undefined;
	dismiss: (id: string) => void;
	notify: (text: string) => void;
};

/** The answers of the bot to taps of this person, and short texts of the page itself. */
export function useNotices(answers: readonly ToastView[], person: string): Notices {
	const [notes, setNotes] = useState<Notice[]>([]);
	const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set());
	const count = useRef(0);
	const own = answers.filter((toast) => toast.person === person && toast.text !== '');
	const toasts = [...own.filter(({ alert }) => !alert).map(toNotice), ...notes].filter(({ id }) => !dismissed.has(id));
	const alert = own.filter((toast) => toast.alert).find((toast) => !dismissed.has(toNotice(toast).id));
	const dismiss = (id: string): void => setDismissed((old) => new Set([...old, id]));
	const first = toasts[0]?.id;
	useEffect(() => {
		const timer = first === undefined ? undefined : setTimeout(() => dismiss(first), SHOWN_MS);
		return () => clearTimeout(timer);
	}, [first]);
	const notify = (text: string): void => {
		count.current += 1;
		setNotes((old) => [...old, { id: `note-${count.current}`, text }]);
	};
	return { toasts, alert: alert && toNotice(alert), dismiss, notify };
}

function toNotice({ id, text }: ToastView): Notice {
	return { id: `toast-${id}`, text };
}

export function Toasts({ toasts, dismiss }: { toasts: Notice[]; dismiss: (id: string) => void }): VNode {
	return html`<div class="toasts" role="status" aria-label="Notices">
		${toasts.map(
			({ id, text }) =>
				html`<p key=${id} class="toast">
					<span>${text}</span>
					<button type="button" aria-label="Dismiss" onClick=${() => dismiss(id)}><span aria-hidden="true">✕</span></button>
				</p>`,
		)}
	</div>`;
}

/** An answer with `show_alert`. */
export function Alert({ notice, close }: { notice: Notice; close: () => void }): VNode {
	const dialog = useRef<HTMLDialogElement>(null);
	useEffect(() => dialog.current?.showModal(), []);
	return html`<dialog ref=${dialog} class="alert" aria-label="Nokori says" onClose=${close}>
		<p>${notice.text}</p>
		<form method="dialog"><button type="submit" class="main">OK</button></form>
	</dialog>`;
}
