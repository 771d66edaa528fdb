import type { MessageEntity } from 'grammy/types';
import { expect, test } from 'vitest';
import { rules, setUpWithAlice } from './support.ts';

type Live = ReadonlyArray<readonly [kind: string, words: string]>;

/** The kinds and words of what is live in a text. */
function live(text = '', entities: readonly MessageEntity[] = []): Live {
	return entities.map(({ type, offset, length }) => [type, text.slice(offset, offset + length)]);
}

const url = (words: string) => ['url', words] as const;
const email = (words: string) => ['email', words] as const;
const mention = (words: string) => ['mention', words] as const;
const hashtag = (words: string) => ['hashtag', words] as const;
const cashtag = (words: string) => ['cashtag', words] as const;
const command = (words: string) => ['bot_command', words] as const;

const LINKS: ReadonlyArray<readonly [text: string, live: Live]> = [
	['gadgetken.com', [url('gadgetken.com')]],
	['See povo.jp, rakuten.co.jp. OK', [url('povo.jp'), url('rakuten.co.jp')]],
	['povo.jp をご確認', [url('povo.jp')]],
	// Letters of any script and the punctuation of Japanese belong to the host, which then has no known ending.
	['povo.jpをご確認', []],
	['docomo.ne.jp。', []],
	['「povo.jp」', []],
	['(povo.jp)', [url('povo.jp')]],
	['https://povo.jp。次', [url('https://povo.jp。次')]],
	['https://example.com/a。', [url('https://example.com/a。')]],
	['https://example.com/a.', [url('https://example.com/a')]],
	['IIJmio.jp/foo_(bar)', [url('IIJmio.jp/foo_(bar)')]],
	['(IIJmio.jp/foo)', [url('IIJmio.jp/foo')]],
	['povo.JP', [url('povo.JP')]],
	['the end.So it is', []],
	['file.txt', []],
	['README.md', [url('README.md')]],
	['v1.0.html', []],
	['Wi-Fi.', []],
	['1.2.3', []],
	['1.2.3.4', [url('1.2.3.4')]],
	['1.2.3.400', []],
	['10.5GB', []],
	['1,000.50', []],
	['http://localhost/x', []],
	['https://a.unknownword', [url('https://a.unknownword')]],
	['a.unknownword', []],
	['a_b.example.com', [url('a_b.example.com')]],
	['www.a_b.com', []],
	['a-.com', []],
	['a..com', []],
	['xn--80ak6aa92e.xn--p1ai', [url('xn--80ak6aa92e.xn--p1ai')]],
	['ftp://a.com sftp://b.com', [url('ftp://a.com')]],
	['HTTPS://a.com', [url('HTTPS://a.com')]],
	['a.com:8080/x?y#z', [url('a.com:8080/x?y#z')]],
	['a.com:99999/x', [url('a.com')]],
	['a.com?', [url('a.com')]],
	['a.com/?', [url('a.com/')]],
	['user:pass@a.com/', [url('user:pass@a.com/')]],
	['#povo.jp', [hashtag('#povo')]],
	['tg://resolve?domain=nokori_bot.', [url('tg://resolve?domain=nokori_bot')]],
	['teiegram.org', []],
	['a@b.co', [email('a@b.co')]],
	['mailto:first.last@mail.example.com!', [email('first.last@mail.example.com')]],
	// A plus ends the word before the dot that the search began at.
	['first.last+tag@mail.example.com', [email('+tag@mail.example.com')]],
	['a@b.x', []],
	['someone@b.co/path', [url('someone@b.co/path')]],
];

const NAMES: ReadonlyArray<readonly [text: string, live: Live]> = [
	['@ezweb.ne.jp', [mention('@ezweb')]],
	['…@uqmobile.jp', [mention('@uqmobile')]],
	['a@uqmobile', []],
	['残@uqmobile', []],
	['(@Name_1),', [mention('@Name_1')]],
	['@abc @vid @a', [mention('@vid')]],
	[`@${'a'.repeat(32)} @${'a'.repeat(33)}`, [mention(`@${'a'.repeat(32)}`)]],
	['@nameの', []],
	['https://a.com/@name', [url('https://a.com/@name')]],
	['/start /help@nokori_bot a/b', [command('/start'), command('/help@nokori_bot')]],
	['/a@b', []],
	['</b> //c /d/', []],
	['#tag #日本語 #1', [hashtag('#tag'), hashtag('#日本語')]],
	['*#06#', []],
	['#a1# a#b ##c', [hashtag('#c')]],
	['#tag@channel', [hashtag('#tag@channel')]],
	['$USD $usd $TOOLONGNAME $USDx $1INCH', [cashtag('$USD'), cashtag('$1INCH')]],
];

test.each([...LINKS, ...NAMES])('in %j live is %j', async (text, expected) => {
	const { server, api, chatId } = await setUpWithAlice();
	const sent = await api.sendMessage(chatId, text);
	expect(live(sent.text, sent.entities)).toEqual(expected);
	expect(rules(server)).toEqual([]);
});

test.each([...LINKS, ...NAMES])('what a person writes is marked by the same rules: %j', async (text, expected) => {
	const { alice } = await setUpWithAlice();
	await alice.sends(text);
	const written = alice.messages.at(-1);
	expect(live(written?.text, written?.entities)).toEqual(expected);
});

test.each<[string, MessageEntity]>([
	['code', { type: 'code', offset: 4, length: 7 }],
	['a block of code', { type: 'pre', offset: 0, length: 11 }],
	['a link', { type: 'text_link', offset: 6, length: 2, url: 'https://mineo.jp/' }],
	['a date', { type: 'date_time', offset: 4, length: 2, unix_time: 1, date_time_format: 'r' }],
])('where a host meets %s it is not live', async (_name, entity) => {
	const { server, api, chatId } = await setUpWithAlice();
	expect((await api.sendMessage(chatId, 'see povo.jp', { entities: [entity] })).entities).toEqual([entity]);
	expect(rules(server)).toEqual([]);
});

test('a host inside bold or a quotation is live, one across the border of a quotation is not', async () => {
	const { server, api, chatId } = await setUpWithAlice();
	const entities = async (entity: MessageEntity) =>
		live('see povo.jp', (await api.sendMessage(chatId, 'see povo.jp', { entities: [entity] })).entities);
	expect(await entities({ type: 'bold', offset: 0, length: 11 })).toEqual([
		...[['bold', 'see '] as const, url('povo.jp'), ['bold', 'povo.jp'] as const],
	]);
	expect(await entities({ type: 'blockquote', offset: 0, length: 11 })).toEqual([
		['blockquote', 'see povo.jp'],
		url('povo.jp'),
	]);
	expect(await entities({ type: 'blockquote', offset: 0, length: 6 })).toEqual([['blockquote', 'see po']]);
	expect(rules(server)).toEqual([]);
});
