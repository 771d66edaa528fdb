import { Api, Context } from 'grammy';
import type { Update, UserFromGetMe } from 'grammy/types';
import { expect, test } from 'vitest';
import { noticeScreens } from '../../src/bot/all-screens.ts';
import type { Audience, BotContext } from '../../src/bot/context.ts';
import { type AdminCheck, createAccessCheck } from '../../src/bot/deliver/access.ts';
import { menuTaps } from '../../src/bot/deliver/menu-taps.ts';
import { createRender } from '../../src/bot/deliver/render.ts';
import { type Access, leafScreen, type ScreenNode } from '../../src/bot/screens/screen.ts';
import { content, TODAY } from '../support/nokori.ts';

const me = { id: 1, is_bot: true, first_name: 'Nokori', username: 'nokori_bot' } as UserFromGetMe;
const group = { id: -100, type: 'supergroup', title: 'SIM talk' } as const;
const alice = { id: 5, is_bot: false, first_name: 'Alice' } as const;

function mustNotRun(): never {
	throw new Error('this must not be reached');
}

/** A menu with a screen that its author only declared to be for some, and another below it that says nothing. */
function menuWith(access: Access): ScreenNode {
	const below: ScreenNode = {
		...leafScreen(mustNotRun),
		load: mustNotRun,
		action: { trigger: /do$/, run: mustNotRun },
	};
	const node: ScreenNode = { ...below, access, children: new Map([['below', below]]) };
	return {
		...leafScreen(mustNotRun),
		children: new Map([
			['new', node],
			['notice', noticeScreens(content())],
		]),
	};
}

/** An update as it meets the menu, with the calls that it causes. */
function updateOf(audience: Audience, data?: string) {
	const calls: { method: string; payload: unknown }[] = [];
	const api = new Api('1:a');
	api.config.use(async (_call, method, payload) => {
		calls.push({ method, payload });
		return { ok: true, result: true } as never;
	});
	const message = { message_id: 9, date: 1, chat: group, from: alice, text: '/new' };
	const tap = { id: '7', from: alice, chat_instance: '1', message: { ...message, from: me }, data };
	const update = { update_id: 1, ...(data ? { callback_query: tap } : { message }) } as Update;
	const t = content().i18n.translator('en');
	const ctx = Object.assign(new Context(update, api, me), { audience, locale: 'en', t, rich: false, person: {} });
	return { ctx: ctx as BotContext, calls };
}

const nobody: AdminCheck = Object.assign(async () => false, { forget: () => undefined });

test.each(['group', 'ephemeral', 'inline'] as const)(
	'a new private screen is never drawn where its audience is %s',
	async (audience) => {
		const render = createRender(menuWith('private'), createAccessCheck(nobody), () => TODAY);
		for (const path of ['/new/', '/new/below/']) {
			const { ctx } = updateOf(audience);
			const { text, reply_markup } = await render(ctx, path);
			expect(text.text).toBe(ctx.t('notice.privateOnly'));
			if (audience !== 'ephemeral') {
				expect(reply_markup.inline_keyboard.flat()).toContainEqual(
					expect.objectContaining({ url: `https://t.me/nokori_bot?start=${path === '/new/' ? 'new' : 'new_below'}` }),
				);
			}
		}
	},
);

test('a new screen for administrators is drawn for nobody else', async () => {
	const render = createRender(menuWith('admins'), createAccessCheck(nobody), () => TODAY);
	const { ctx } = updateOf('group');
	expect((await render(ctx, '/new/below/')).text.text).toBe(ctx.t('settings.adminsOnly'));
});

test.each(['/new/do', '/new/below/', '/new/below/do'])(
	'in a group a tap on %s does nothing and leads to the private chat',
	async (data) => {
		const { ctx, calls } = updateOf('group', data);
		const taps = menuTaps(menuWith('private'), {
			allows: createAccessCheck(nobody),
			deliver: mustNotRun,
			loadSettings: mustNotRun,
		});
		await taps.middleware()(ctx, mustNotRun);
		const url = expect.stringContaining('https://t.me/nokori_bot?start=new');
		expect(calls).toEqual([{ method: 'answerCallbackQuery', payload: expect.objectContaining({ url }) }]);
	},
);
