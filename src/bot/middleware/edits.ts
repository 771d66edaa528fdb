import { Composer, type MiddlewareFn } from 'grammy';
import type { Message } from 'grammy/types';
import type { Memory } from '../../storage/coordination.ts';
import type { BotContext } from '../context.ts';

/** How long an edit may still mean "this is what I wanted to ask". */
const SECONDS = 600;
const ANSWERED = 'answered';

/**
 * Takes the edit of a question that got no answer, or only an offer, for the question itself, and puts the answer in
 * the place of what was said first. All other edits stay unanswered: many are no edits of a person at all, but a preview
 * that was added to a link.
 */
export function takeEdits(memory: Memory, now: () => number): Composer<BotContext> {
	const startedAt = now();
	const takeEdit: MiddlewareFn<BotContext> = async (ctx, next) => {
		const { editedMessage } = ctx;
		if (!editedMessage) {
			return next();
		}
		const first = await memory.recall(keyOf(editedMessage));
		const isForgotten = first === undefined && editedMessage.date * 1000 < startedAt;
		const isLate = (editedMessage.edit_date ?? 0) - editedMessage.date > SECONDS;
		if (first === ANSWERED || isForgotten || isLate) {
			return;
		}
		Object.assign(ctx.update, { message: editedMessage, edited_message: undefined });
		if (first !== undefined) {
			ctx.replaces = Number(first);
		}
		await next();
	};
	const rememberAnswer: MiddlewareFn<BotContext> = async (ctx, next) => {
		await next();
		const { message, delivered } = ctx;
		if (message && delivered) {
			await memory.remember(keyOf(message), delivered.isAnswer ? ANSWERED : `${delivered.messageId}`, SECONDS);
		}
	};
	return new Composer(takeEdit, rememberAnswer);
}

function keyOf({ chat, message_id }: Message): string {
	return `question:${chat.id}:${message_id}`;
}
