import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { KnowledgeView } from '../../page-api/protocol.ts';
import type { PageContext } from '../state/page-context.ts';
import { Traffic } from './traffic.ts';

const CLOCK_STEPS = [1, 7, 30];
const DAY_MS = 86_400_000;

/** For maintainers: the file of the answer, the updates to the bot and its calls, and the clock of the bot. */
export function Panel({ page, close }: { page: PageContext; close: () => void }): VNode {
	return html`<aside id="panel" class="panel" aria-label="Under the hood">
		<div class="panel-top">
			<h2>Under the hood</h2>
			<button type="button" class="icon" aria-label="Close the side panel" title="Close the side panel" onClick=${close}><span aria-hidden="true">✕</span></button>
		</div>
		<${ClockSwitch} page=${page} />
		<${Knowledge} knowledge=${page.state.knowledge} />
		<${Traffic} updates=${page.state.updates} calls=${page.state.calls} />
	</aside>`;
}

function Knowledge({ knowledge }: { knowledge: KnowledgeView | undefined }): VNode {
	const { file = '', milliseconds, problem } = knowledge ?? {};
	return html`<section aria-label="Knowledge">
		<h3>Answer</h3>
		${
			file === ''
				? html`<p class="faint">No answer yet. Its file in knowledge/ is named here.</p>`
				: html`<p><code class="path">knowledge/${file}</code>${milliseconds !== undefined && html` <span class="faint">${milliseconds} ms</span>`}</p>`
		}
		${
			problem !== undefined &&
			html`<div class="problem" role="status"><p><strong>The edited file is not used:</strong></p><pre>${problem}</pre></div>`
		}
	</section>`;
}

/** Moves the clock of the bot ahead, to see a reminder come. */
function ClockSwitch({ page }: { page: PageContext }): VNode {
	const [isBusy, setBusy] = useState(false);
	const { now, offset } = page.state.clock;
	const days = Math.round(offset / DAY_MS);
	const move = async (step: number): Promise<void> => {
		setBusy(true);
		await page.actions.moveClock(step);
		setBusy(false);
	};
	return html`<section aria-label="Clock">
		<h3>Clock</h3>
		<p>For the bot it is <strong>${new Date(now).toLocaleDateString([], { dateStyle: 'medium' })}</strong>${days > 0 ? `, ${days} days ahead` : ''}.</p>
		<div class="steps">
			${CLOCK_STEPS.map(
				(step) =>
					html`<button type="button" disabled=${isBusy} onClick=${() => move(step)}>+${step} ${step === 1 ? 'day' : 'days'}</button>`,
			)}
		</div>
	</section>`;
}
