import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { KnowledgeView } from '../../page-api/protocol.ts';

/** Where the newest answer comes from. */
export function Knowledge({ knowledge }: { knowledge: KnowledgeView | undefined }): VNode {
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
