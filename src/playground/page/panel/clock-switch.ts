import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Desk } from '../state/types.ts';

const STEPS = [1, 7, 30];
const DAY_MS = 86_400_000;

/** Moves the bot's clock ahead, to see a reminder come. */
export function ClockSwitch({ desk }: { desk: Desk }): VNode {
	const [isBusy, setBusy] = useState(false);
	const { now, offset } = desk.state.clock;
	const days = Math.round(offset / DAY_MS);
	const move = async (step: number): Promise<void> => {
		setBusy(true);
		await desk.moveClock(step);
		setBusy(false);
	};
	return html`<section aria-label="Clock">
		<h3>Clock</h3>
		<p>For the bot it is <strong>${new Date(now).toLocaleDateString([], { dateStyle: 'medium' })}</strong>${days > 0 ? `, ${days} days ahead` : ''}.</p>
		<div class="steps">
			${STEPS.map(
				(step) =>
					html`<button type="button" disabled=${isBusy} onClick=${() => move(step)}>+${step} ${step === 1 ? 'day' : 'days'}</button>`,
			)}
		</div>
	</section>`;
}
