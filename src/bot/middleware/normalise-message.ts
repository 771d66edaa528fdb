import type { MiddlewareFn } from 'grammy';
import type { Message } from 'grammy/types';
import { addressedTo, isPrivate } from '../chat.ts';
import { readCommand } from '../command-text.ts';
import type { BotContext } from '../context.ts';
import type { Content } from '../deps.ts';

/**
 * Brings what people send into the shapes that handlers know: what stands under a picture is a text like any other, and a
 * command is one however it was typed.
 */
export function normaliseMessage({ isCarrierName }: Pick<Content, 'isCarrierName'>): MiddlewareFn<BotContext> {
	return async (ctx, next) => {
		const message = ctx.message ?? ctx.guestMessage;
		if (message) {
			takeCaptionAsText(message);
			writeCommandOut(ctx, message, isCarrierName);
		}
		await next();
	};
}

type Rewritable = { -readonly [Key in keyof Message]: Message[Key] };

function takeCaptionAsText(message: Rewritable): void {
	if (message.text === undefined && message.caption !== undefined) {
		message.text = message.caption;
		message.entities = message.caption_entities ?? [];
	}
}

function writeCommandOut(ctx: BotContext, message: Rewritable, isCarrierName: Content['isCarrierName']): void {
	const { text, entities } = message;
	if (text === undefined) {
		return;
	}
	const addressed = addressedTo(ctx.me, message);
	const isAddressed = addressed !== undefined || isPrivate(ctx);
	const found = readCommand(addressed?.words ?? text, { username: ctx.me.username, isAddressed, isCarrierName });
	const typed = entities?.find(({ type, offset }) => type === 'bot_command' && offset === 0);
	const command = `/${found?.command}`;
	const isAsListed = text.slice(0, typed?.length ?? 0).split('@')[0] === command && addressed?.isMention !== true;
	if (found && !isAsListed) {
		message.text = `${command} ${found.words}`.trim();
		message.entities = [{ type: 'bot_command', offset: 0, length: command.length }];
	}
}
