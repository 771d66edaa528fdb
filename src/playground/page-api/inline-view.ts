import type { InlineQueryResult } from 'grammy/types';
import type { Actor } from '../people/actor.ts';
import type { InlineResultView, InlineView } from './types.ts';

/** Types a query behind the name of the bot. @returns the list that opens over the box */
export async function typeInline(actor: Actor, query: string): Promise<InlineView> {
	const results = await actor.types(query);
	const button = actor.inlineAnswer?.button;
	return {
		results: results.map(toResultView),
		...(button ? { button: { text: button.text, payload: button.start_parameter ?? '' } } : {}),
	};
}

function toResultView(result: InlineQueryResult): InlineResultView {
	const { id } = result;
	const title = 'title' in result && result.title ? result.title : id;
	return { id, title, ...('description' in result && result.description ? { description: result.description } : {}) };
}
