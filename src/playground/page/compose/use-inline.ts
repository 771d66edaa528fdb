import { useEffect, useState } from 'preact/hooks';
import type { InlineView } from '../../page-api/protocol.ts';
import { send } from '../state/server.ts';
import type { Desk } from '../state/types.ts';

/** So long after the last key the bot is asked, as clients do. */
const PAUSE_MS = 250;

/** The results for "@bot query" in the box; undefined for any other text. */
export function useInline(desk: Desk, text: string): InlineView | undefined {
	const [answer, setAnswer] = useState<{ query: string; view: InlineView }>();
	const { person, chat } = desk.place;
	const query = inlineQuery(text, desk.state.bot);
	useEffect(() => {
		if (query === undefined) {
			return undefined;
		}
		let isCurrent = true;
		const timer = setTimeout(async () => {
			const done = await send({ action: 'inline', person, chat, query });
			if (isCurrent && done.ok && done.inline) {
				setAnswer({ query, view: done.inline });
			}
		}, PAUSE_MS);
		return () => {
			isCurrent = false;
			clearTimeout(timer);
		};
	}, [query, person, chat]);
	return query !== undefined && answer?.query === query ? answer.view : undefined;
}

function inlineQuery(text: string, bot: string): string | undefined {
	const [mention = '', ...words] = text.split(' ');
	const isInline = mention.toLowerCase() === `@${bot.toLowerCase()}` && words.length > 0;
	return isInline ? words.join(' ').trim().slice(0, 256) : undefined;
}
