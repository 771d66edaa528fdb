import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { PageContext } from '../state/page-context.ts';
import { exampleItems } from './examples.ts';

const HINTS = {
	group:
		'Nokori is a member of this group. Write /balance and only you see the answer, or mention @BOT with a question.',
	topic: 'A topic of a forum: the answer comes here and nowhere else. Write /balance, or mention @BOT.',
	guest: 'Nokori is no member of this group. Mention @BOT with a question, and it answers as a guest.',
};

export function Welcome({ page }: { page: PageContext }): VNode {
	const kind = page.state.chats.find(({ id }) => id === page.current.chat)?.kind ?? 'private';
	return kind === 'private'
		? html`<${PrivateWelcome} page=${page} />`
		: html`<div class="welcome"><p>${HINTS[kind].replace('BOT', page.state.bot)}</p></div>`;
}

function PrivateWelcome({ page }: { page: PageContext }): VNode {
	return html`<div class="welcome">
		<h2>Ask about a SIM card in Japan</h2>
		<p>Nokori tells how to check what is left, top up, renew and keep the number, with official links. This is a playground: nothing leaves your machine.</p>
		<p id="try">Tap a question to try it:</p>
		<ul class="examples" aria-labelledby="try">
			${exampleItems(page).map(
				({ lang, text, note, choose }) =>
					html`<li><button type="button" lang=${lang} onClick=${choose}><span>${text}</span><small>${note}</small></button></li>`,
			)}
		</ul>
		<p class="faint">There is more: groups in the list of chats, other people to be, and @${page.state.bot} with a word in any chat.</p>
	</div>`;
}
