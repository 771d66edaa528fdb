import { Composer, type Filter, type Transformer } from 'grammy';
import type { ChatMember } from 'grammy/types';
import type { Store } from '../../../storage/store.ts';
import { isGroup } from '../../chat.ts';
import type { BotContext } from '../../context.ts';
import type { AdminCheck } from '../../deliver/access.ts';
import type { Services } from '../../deps.ts';
import { deepLink, HOME } from '../../paths.ts';

/**
 * Being added to a group, members whose place changes, and a group that becomes a supergroup. Being removed or promoted
 * needs no words.
 */
export function membership({ store }: Pick<Services, 'store'>, isAdmin: AdminCheck): Composer<BotContext> {
	const composer = new Composer<BotContext>();
	const group = composer.filter(isGroup);
	group.on('my_chat_member', greetIfNew);
	// Told to a bot that is an administrator itself. Elsewhere somebody's power ends within a minute.
	group.on('chat_member', (ctx) => isAdmin.forget(ctx.chat.id, ctx.chatMember.new_chat_member.user.id));
	group.on('message:migrate_to_chat_id', (ctx) => store.moveGroup(ctx.chat.id, ctx.msg.migrate_to_chat_id));
	group.on('message:migrate_from_chat_id', (ctx) => store.moveGroup(ctx.msg.migrate_from_chat_id, ctx.chat.id));
	return composer;
}

async function greetIfNew(ctx: Filter<BotContext, 'my_chat_member'>): Promise<void> {
	const { old_chat_member: before, new_chat_member: after } = ctx.myChatMember;
	if (!isIn(before) && mayWrite(after) && ctx.group?.greeting) {
		await greet(ctx);
	}
}

function isIn(member: ChatMember): boolean {
	return member.status !== 'left' && member.status !== 'kicked';
}

function mayWrite(member: ChatMember): boolean {
	return member.status === 'restricted' ? member.is_member && member.can_send_messages : isIn(member);
}

/** Short, once, and with what a member has to type; who added the bot can switch it off for the next time. */
async function greet(ctx: BotContext): Promise<void> {
	const { username } = ctx.me;
	await ctx.reply(ctx.t('group.greeting', { username }), {
		reply_markup: { inline_keyboard: [[{ text: ctx.t('button.private'), url: deepLink(username, HOME) }]] },
	});
}

/** Where a group has become a supergroup meanwhile, its settings move and the call is made once more with the new id. */
export function followMigration({ moveGroup }: Pick<Store, 'moveGroup'>): Transformer {
	return async (call, method, payload, signal) => {
		const answer = await call(method, payload, signal);
		const from = (payload as { chat_id?: number } | undefined)?.chat_id;
		const to = answer.ok ? undefined : answer.parameters?.migrate_to_chat_id;
		if (from === undefined || to === undefined) {
			return answer;
		}
		await moveGroup(from, to);
		return call(method, { ...payload, chat_id: to }, signal);
	};
}
