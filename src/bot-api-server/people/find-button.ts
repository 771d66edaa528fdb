import type { ScreenButton } from './screen-buttons.ts';
import type { SeenMessage } from './seen-message.ts';

/** The button with this label: an exact match, else the only one that contains the words. */
export function findButton(message: SeenMessage, label: string): ScreenButton {
	const buttons = message.buttons.flat();
	const exact = buttons.filter(({ text }) => text === label);
	const found = exact.length > 0 ? exact : buttons.filter(({ text }) => text.includes(label));
	const [only] = found;
	if (found.length === 1 && only) {
		return only;
	}
	const problem = found.length === 0 ? 'is no button' : `are ${found.length} buttons`;
	throw new Error(
		`There ${problem} "${label}" on the screen. Its buttons:\n${listButtons(message)}\nIts text:\n${message.text}`,
	);
}

function listButtons({ buttons }: SeenMessage): string {
	return buttons.map((row) => row.map(({ text }) => `[${text}]`).join(' ')).join('\n') || '(none)';
}
