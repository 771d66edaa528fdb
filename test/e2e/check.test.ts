import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pino from 'pino';
import { expect, test } from 'vitest';
import { openLibsqlStore } from '../../src/storage/libsql/index.ts';
import { startNokori, temporaryFolder } from '../support/nokori.ts';

const FAKE =
	'【NTTドコモ】料金未払いのため利用停止予告。12月10日までにお支払いください https://mydocomo.kzpay.top/qx7 050-1234-5678';
const STOPPED =
	'ご契約のpovo2.0サービスはトッピングを長期間未購入のため、ご利用を停止させていただきました。\nhttps://povo.jp/';

async function openChat(overrides = {}) {
	const nokori = await startNokori(overrides);
	const alice = nokori.server.person({ name: 'Alice', language: 'en' });
	return { ...nokori, alice };
}

async function openGroup() {
	const { server } = await startNokori();
	const alice = server.person({ name: 'Alice', language: 'en' });
	const bob = server.person({ name: 'Bob', language: 'en' });
	const group = server.group({ title: 'Osaka', members: [alice, bob], bot: 'member', type: 'supergroup' });
	return { server, alice, bob, group };
}

test('/check with the text says first what not to do, then whose each link and number is, and by when', async () => {
	const { alice, server } = await openChat();
	await alice.sends(`/check ${FAKE}`);
	const { text } = alice.screen;
	expect(text).toContain('Do not tap, call, reply or pay from the message');
	expect(text).toContain('mydocomo.kzpay.top: looks like NTT docomo');
	expect(text).toContain('050-1234-5678: not among the numbers of NTT docomo');
	expect(text).toContain('10 December 2026');
	expect(text).not.toMatch(/\bsafe\b|\bgenuine one\b.*is this/i);
	expect(text).not.toContain('qx7');
	expect(server.calls.count('sendMessage')).toBe(1);
	expect(server.world.violations).toEqual([]);
});

test('its buttons lead in without the message, and set a reminder 3 days before', async () => {
	const { alice } = await openChat();
	await alice.sends(`/check ${FAKE}`);
	await alice.taps('Remind me 3 days before');
	expect(alice.screen.text).toContain('7 December');
	await alice.sends(`/check ${FAKE}`);
	await alice.taps('NTT docomo · Contact support');
	expect(alice.screen.text).toContain('151');
});

test('a stopped line has the days of grace of the carrier’s rule', async () => {
	const { alice } = await openChat();
	await alice.sends(`/check ${STOPPED}`);
	expect(alice.screen.text).toContain('30 days from the day the line was stopped');
	expect(alice.screen.text).toContain('povo.jp: on povo.jp, a domain of povo2.0');
});

test('/check alone says how', async () => {
	const { alice } = await openChat();
	await alice.sends('/check');
	expect(alice.screen.text).toContain('forward it to me');
});

test('guest and inline mode do not check messages', async () => {
	const { server } = await startNokori();
	const alice = server.person({ name: 'Alice', language: 'en' });
	const group = server.group({ title: 'A group without the bot', members: [alice] });
	await alice.asksGuest(group, `@nokori_bot ${FAKE}`);
	expect(alice.in(group).screen.text).not.toContain('What this message is');
	const results = await alice.types(FAKE);
	expect(JSON.stringify(results)).not.toContain('What this message is');
});

test('a code is not repeated, and is to be sent to nobody', async () => {
	const { alice } = await openChat();
	await alice.sends('/check docomo 認証コード：482913 を入力してください');
	expect(alice.screen.text).toContain('Do not send it to anyone; delete the message');
	expect(alice.screen.text).not.toContain('482913');
});

test('a pasted notice, a link alone, a forwarded message and a reply are checked too', async () => {
	const { alice } = await openChat();
	await alice.sends(FAKE);
	expect(alice.screen.text).toContain('What this message is');
	await alice.sends('https://docomo-pay.top/');
	expect(alice.screen.text).toContain('docomo-pay.top: looks like NTT docomo');
	const origin = { type: 'hidden_user' as const, date: 1, sender_user_name: 'Somebody' };
	await alice.posts({ text: 'pay here softbank-bill.com', forward_origin: origin });
	expect(alice.screen.text).toContain('softbank-bill.com: looks like SoftBank');
	const forwarded = alice.messages.findLast(({ fromBot }) => !fromBot);
	await alice.sends('/balance povo');
	await alice.replies(forwarded as NonNullable<typeof forwarded>, '/check');
	expect(alice.screen.text).toContain('softbank-bill.com: looks like SoftBank');
	await alice.sends('/balance povo');
	await alice.replies(forwarded as NonNullable<typeof forwarded>, 'is this a scam?');
	expect(alice.screen.text).toContain('softbank-bill.com: looks like SoftBank');
});

test('a forwarded question is a question', async () => {
	const { alice } = await openChat();
	const origin = { type: 'hidden_user' as const, date: 1, sender_user_name: 'Somebody' };
	await alice.posts({ text: 'povo data left', forward_origin: origin });
	expect(alice.screen.text).toContain('povo2.0 · Data left');
});

test('“is this SMS real?” with a number is answered by the number, and without anything by the guide', async () => {
	const { alice } = await openChat();
	await alice.sends('is the SMS from 050-5434-4653 really from Rakuten Mobile?');
	expect(alice.screen.text).toContain('050-5434-4653: a number of Rakuten Mobile');
	await alice.sends('is this SMS from docomo a scam?');
	expect(alice.screen.text).toContain('Is the message real?');
});

test('“check povo” is still a question about the balance', async () => {
	const { alice } = await openChat();
	await alice.sends('check povo');
	expect(alice.screen.text).not.toContain('What this message is');
});

test('in a group it answers a reply or its name, and repeats nothing of the message', async () => {
	const { alice, bob, group, server } = await openGroup();
	await bob.in(group).sends(FAKE);
	const before = server.calls.mark();
	expect(server.calls.since(before)).toEqual([]);
	const message = bob.in(group).messages.findLast(({ fromBot }) => !fromBot);
	await alice.in(group).replies(message as NonNullable<typeof message>, '/check@nokori_bot');
	const { text } = alice.in(group).screen;
	expect(text).toContain('Link 1: looks like NTT docomo');
	expect(text).toContain('Number 1: not among');
	for (const part of ['mydocomo.kzpay', '050-1234', '料金未払い', '10 December', '12月10日']) {
		expect(text).not.toContain(part);
	}
	await alice.in(group).replies(message as NonNullable<typeof message>, '@nokori_bot is this real?');
	expect(alice.in(group).screen.text).toContain('Link 1: looks like NTT docomo');
	expect(server.world.violations).toEqual([]);
});

test('neither store nor log holds any part of a checked text', async () => {
	const lines: string[] = [];
	const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
	const folder = temporaryFolder();
	const store = openLibsqlStore(folder);
	const { alice } = await openChat({ store, log, keepUnanswered: true });
	const origin = { type: 'hidden_user' as const, date: 1, sender_user_name: 'Somebody' };
	const texts = [
		FAKE,
		'zzunheard wordlessly kzpay.top',
		'【みどり】zzunheard くださいませ。https://kzpay.example.com/qx7',
	];
	for (const text of texts) {
		await alice.sends(`/check ${text}`);
		await alice.sends(text);
		await alice.posts({ text, forward_origin: origin });
	}
	await alice.posts({ text: 'zzunheard brilliant marmalade', forward_origin: origin });
	const kept = JSON.stringify(await store.exportPerson(alice.id));
	await store.close();
	const files = readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map(
			(entry) =>
				readFileSync(join(entry.parentPath, entry.name)).toString('latin1') +
				readFileSync(join(entry.parentPath, entry.name), 'utf8'),
		);
	const everything = [...files, kept, ...lines].join('\n');
	for (const part of [
		'kzpay',
		'qx7',
		'050-1234',
		'利用停止予告',
		'料金未払い',
		'12月10日',
		'zzunheard',
		'marmalade',
		'みどり',
	]) {
		expect(everything).not.toContain(part);
	}
});

test('/privacy says so', async () => {
	const { alice } = await openChat();
	await alice.sends('/privacy');
	expect(alice.screen.text).toContain('A message that you have checked is read, answered and forgotten');
});

test('bad input gets an answer, and no verdict beyond the evidence', async () => {
	const { alice, server } = await openChat();
	const inputs = [
		'あ'.repeat(4000),
		Array.from({ length: 200 }, (_, index) => `https://a${index}.net/`).join(' '),
		'\u202E\u200B\u2066',
		'data:text/html,<b>docomo</b>',
		'tg://resolve?domain=docomo',
		'Roses are red, violets are blue',
		'2026-11-30 12,345円 No.5',
		'https://[::1]:99999/ http:// https://%zz.docomo.ne.jp',
		'docomo SoftBank https://www.softbank.jp/ 0120-800-000',
		'T-Mobile: your bill is overdue https://t-mobile.com/',
	];
	for (const input of inputs) {
		await alice.sends(`/check ${input}`.slice(0, 4096));
		expect(alice.screen.text).toContain('What this message is');
		expect(alice.screen.text.length).toBeLessThan(4096);
	}
	expect(server.world.violations).toEqual([]);
});
