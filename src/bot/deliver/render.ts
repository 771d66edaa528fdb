import type { InlineKeyboardMarkup, InputRichMessage, LinkPreviewOptions, MessageEntity } from 'grammy/types';
import NodeCache from 'node-cache';
import { type Document, withNotice } from '../../answer/document.ts';
import { renderRich } from '../../answer/render-rich.ts';
import { renderText } from '../../answer/render-text.ts';
import type { BotContext } from '../context.ts';
import { ADMINS_ONLY, deepLink, PRIVATE_ONLY, type Topic } from '../paths.ts';
import { type ButtonRows, toKeyboard } from '../screens/keyboard.ts';
import { findScreen, type ScreenNode, type View } from '../screens/screen.ts';
import { refusalOf } from '../telegram-errors.ts';
import type { Unsupported } from '../unsupported.ts';
import type { AccessCheck } from './access.ts';
import { type Extras, withExtra, withPrivateLink } from './extra-buttons.ts';

type TextBody = { text: string; entities: MessageEntity[]; link_preview_options: LinkPreviewOptions };
type RichBody = { rich_message: InputRichMessage };

/** The same document as text with entities, or as a rich message. */
export type MessageBody = TextBody | RichBody;

/** A screen as it goes to Telegram, the path that it really is, and the question that it answers. */
export type RenderedScreen = {
	path: string;
	topic?: Topic | undefined;
	document: Document;
	text: TextBody;
	rich: boolean;
	reply_markup: InlineKeyboardMarkup;
};

/** Draws the screen of a path for whoever will see it. */
export type Render = (ctx: BotContext, path: string, extras?: Extras) => Promise<RenderedScreen>;

type Drawn = Pick<RenderedScreen, 'document' | 'text'> & { rich: boolean | undefined; keyboard: ButtonRows };

/** Enough for the answers that are asked for at a time, and a few megabytes. */
const CACHED_SCREENS = 500;
const CACHE_SECONDS = 3600;

/**
 * Makes the one function that draws screens, for every surface. A person without access gets a line that says so in
 * their place.
 * @param today the day in Japan
 */
export function createRender(root: ScreenNode, allows: AccessCheck, today: () => string): Render {
	const cache = new NodeCache({ stdTTL: CACHE_SECONDS, useClones: false });
	const draw = async (ctx: BotContext, node: ScreenNode, path: string): Promise<Drawn> => {
		const view = viewOf(ctx, path, today());
		const key = node.cacheKey?.(view);
		const cached = key === undefined ? undefined : cache.get<Drawn>(key);
		if (cached) {
			return cached;
		}
		const { document, rows, rich } = node.screen(view, await node.load?.(ctx));
		const drawn = { document, text: textBody(document), rich, keyboard: await toKeyboard(rows) };
		if (key !== undefined) {
			if (cache.keys().length >= CACHED_SCREENS) {
				cache.flushAll();
			}
			cache.set(key, drawn);
		}
		return drawn;
	};
	return async (ctx, wanted, { notice, document: said, ...extra } = {}) => {
		const asked = findScreen(root, wanted);
		const verdict = await allows(ctx, asked.access);
		const { node, path } = verdict === 'allowed' ? asked : findScreen(root, REFUSALS[verdict]);
		const { document, text, rich, keyboard } = await draw(ctx, node, path);
		const rows = withExtra(extra, keyboard);
		const isShared = ctx.audience === 'group' || ctx.audience === 'inline';
		// Some clients show no ephemeral messages, and some people would rather read on alone.
		const link = { text: ctx.t('button.private'), url: deepLink(ctx.me.username, asked.path) };
		const shown = withNotice(notice, said ?? document);
		return {
			path,
			topic: node.topic,
			document: shown,
			text: notice || said ? textBody(shown) : text,
			rich: rich ?? ctx.rich,
			reply_markup: { inline_keyboard: (isShared ? withPrivateLink(link, rows) : rows).map((row) => [...row]) },
		};
	};
}

const REFUSALS = { 'private-only': PRIVATE_ONLY, 'admins-only': ADMINS_ONLY } as const;

function viewOf(ctx: BotContext, path: string, today: string): View {
	const { locale, t, audience, rich, group, person, me } = ctx;
	const linkTo = (to: string): string => deepLink(me.username, to);
	const canShare = me.supports_inline_queries;
	return { locale, t, today, audience, rich, person, group, path, canShare, linkTo };
}

/** A document as text with entities. A preview of the first link would push the steps off a phone's screen. */
export function textBody(document: Document): TextBody {
	return { ...renderText(document), link_preview_options: { is_disabled: true } };
}

type Place = { unsupported: Unsupported; chatId: number | string };

/**
 * Makes a call with a screen's content. Where a server or a chat refuses rich messages, that is remembered and the
 * call made again with text.
 */
export async function withRichFallback<T>(
	{ document, text, rich }: Pick<RenderedScreen, 'document' | 'text' | 'rich'>,
	{ unsupported, chatId }: Place,
	call: (body: MessageBody) => Promise<T>,
): Promise<T> {
	if (!rich || unsupported.has('rich', chatId)) {
		return call(text);
	}
	try {
		return await call({ rich_message: { blocks: renderRich(document) } });
	} catch (error) {
		if (refusalOf(error) !== 'unsupported') {
			throw error;
		}
		unsupported.add('rich', chatId);
		return call(text);
	}
}
