import { expect, test } from 'vitest';
import type { PostedMedia } from '../../src/playground/page-api/protocol.ts';
import { startBot } from '../bot-api-server/support.ts';
import { openBrowser, post } from './page-support.ts';

const BYTES = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);
const PHOTO: PostedMedia = { kind: 'photo', width: 90, height: 60, data: BYTES.toString('base64') };

/** A bot that says what kind of message it got, and the words with it. */
async function openWithBot() {
	const browser = await openBrowser();
	startBot(browser.server, (bot) => {
		bot.on('message:photo', (ctx) => ctx.reply(`A photo ${ctx.message.photo[0]?.width}: ${ctx.message.caption}`));
		bot.on('message:sticker', (ctx) => ctx.reply(`A sticker ${ctx.message.sticker.emoji}`));
		bot.on('message:voice', (ctx) => ctx.reply(`A voice of ${ctx.message.voice.duration}`));
		bot.on('message:location', (ctx) => ctx.reply(`A place at ${ctx.message.location.latitude}`));
	});
	const send = (media: PostedMedia, more: { caption?: string; replyTo?: number } = {}) =>
		browser.perform({ action: 'post', person: 'alice', chat: 'private:alice', media, ...more });
	return { ...browser, send };
}

test('a photo comes with its caption, and is shown to people as it was sent', async () => {
	const { send, messages, url } = await openWithBot();
	expect(await send(PHOTO, { caption: 'which carrier?' })).toEqual({ ok: true });
	const [sent, answered] = await messages('private:alice');
	expect(sent).toMatchObject({
		text: 'which carrier?',
		media: { kind: 'photo', label: 'Photo', width: 90, height: 60 },
	});
	expect(sent?.file).toBeUndefined();
	expect(answered?.text).toBe('A photo 90: which carrier?');
	const response = await fetch(`${url}/page/api/files/${sent?.id}`);
	expect(response.headers.get('content-type')).toBe('image/jpeg');
	expect(response.headers.get('x-content-type-options')).toBe('nosniff');
	expect(Buffer.from(await response.arrayBuffer())).toEqual(BYTES);
});

test.each<[PostedMedia['kind'], string, string]>([
	['sticker', '👍 Sticker', 'A sticker 👍'],
	['voice', 'Voice message, 3 s', 'A voice of 3'],
	['place', 'Place 35, 135', 'A place at 35'],
])('a %s is sent, and named', async (kind, label, answer) => {
	const { send, messages } = await openWithBot();
	expect(await send({ kind } as PostedMedia)).toEqual({ ok: true });
	const [sent, answered] = await messages('private:alice');
	expect(sent).toMatchObject({ text: '', media: { kind, label } });
	expect(answered?.text).toBe(answer);
});

test('a photo can be a reply, and is quoted by its name', async () => {
	const { send, messages } = await openWithBot();
	await send({ kind: 'sticker' });
	const [sticker] = await messages('private:alice');
	await send(PHOTO, { replyTo: sticker?.id ?? 0 });
	expect((await messages('private:alice'))[2]?.replyTo).toEqual({ id: sticker?.id, from: 'Alice', text: '👍 Sticker' });
});

test('what is no JPEG is refused, so that this address never serves anything else as a picture', async () => {
	const { send, messages } = await openWithBot();
	const data = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>').toString('base64');
	expect(await send({ kind: 'photo', width: 1, height: 1, data })).toEqual({
		ok: false,
		error: 'The photo is no JPEG.',
	});
	expect(await messages('private:alice')).toEqual([]);
});

test.each<[string, object]>([
	['bytes that are no base64', { media: { ...PHOTO, data: '<script>' } }],
	['no width', { media: { ...PHOTO, width: 0 } }],
	['a kind that is none', { media: { kind: 'video' } }],
	['a caption over 1024', { media: PHOTO, caption: 'x'.repeat(1025) }],
])('%s is no action', async (_name, fields) => {
	const { url } = await openBrowser();
	const response = await post(url, { action: 'post', person: 'alice', chat: 'private:alice', ...fields });
	expect(response.status).toBe(400);
});

test('nobody posts into a chat of somebody else', async () => {
	const { perform } = await openWithBot();
	const action = { action: 'post', person: 'aoi', chat: 'private:alice', media: PHOTO } as const;
	expect(await perform(action)).toEqual({ ok: false, error: expect.stringMatching(/"aoi" is not in/) });
});
