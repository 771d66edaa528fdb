import { useEffect, useState } from 'preact/hooks';
import type { InlineView } from '../../page-api/protocol.ts';
import { postAction } from '../state/api-client.ts';
import type { PageContext } from '../state/page-context.ts';

/** Clients wait for a pause in typing too. */
const PAUSE_MS = 250;

/** The results for "@bot query" in the box; undefined for any other text. */
export function useInlineQuery(page: PageContext, text: string): InlineView | undefined {
	const [answer, setAnswer] = useState<{ query: string; view: InlineView }>();
	const { person, chat } = page.current;
	const query = inlineQuery(text, page.state.bot);
	useEffect(() => {
		if (query === undefined) {
			return undefined;
		}
		let isCurrent = true;
		const timer = setTimeout(async () => {
			const answered = await postAction({ action: 'inline', person, chat, query });
			if (isCurrent && answered.ok && answered.inline) {
				setAnswer({ query, view: answered.inline });
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
