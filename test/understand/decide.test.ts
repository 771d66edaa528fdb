import { describe, expect, test } from 'vitest';
import { decide } from '../../src/understand/decide.ts';
import { content } from '../support/nokori.ts';

function outcomeOf(text: string) {
	return decide(content().understand(text), 'private');
}

describe('a message that may be false leads to the guide about that, or to an offer, and never to money', () => {
	const HARMFUL = ['pay-bill', 'check-bill', 'lost-or-stopped', 'cancel', 'top-up', 'renew'];

	test.each([
		'I got an SMS from docomo saying my line will be stopped, is it real',
		'is this text really from softbank? it says unpaid bill, pay at a link',
		'au payment mail scam or not',
		'docomo bill scam?',
		'rakuten sms "your payment failed" legit?',
		'fake message from povo? says 30 days then cancelled',
		'「【重要】通信サービスはまもなく停止します」ドコモ SMS 詐欺?',
		'楽天モバイルを名乗る050からSMS 本物?',
		'ソフトバンクの未払いメール、本物ですか',
		'auから利用停止のSMS 怪しい',
		'【重要】ご利用料金のお支払いが確認できておりません。本日中にお手続きください。',
		'收到docomo短信说停机，是真的吗',
		'软银让我点链接缴费的短信是不是骗人的',
		'乐天移动催缴邮件 诈骗？',
		'收到au簡訊說要停話，是真的嗎',
		'樂天催繳簡訊係咪呃人',
		'docomo帳單簡訊 詐騙?',
	])('%s', (text) => {
		const outcome = outcomeOf(text);
		expect(outcome.kind).not.toBe('silence');
		const intents = outcome.kind === 'answer' ? [outcome.intent] : outcome.kind === 'offer' ? outcome.intents : [];
		expect(intents[0]).toBe('suspicious-message');
		expect(intents.filter((intent) => HARMFUL.includes(intent))).toEqual([]);
	});
});

test.each(['my money povo', 'softbank 12月', 'rakuten mobile every month', 'ahamo お金', '软银 每个月'])(
	'paying and ending a contract are never guessed: %s',
	(text) => {
		const outcome = outcomeOf(text);
		expect(outcome).not.toMatchObject({ kind: 'answer', intent: 'cancel' });
		expect(outcome).not.toMatchObject({ kind: 'answer', intent: 'pay-bill' });
	},
);

test('in a group one must be surer, and only who called gets an offer', () => {
	const understood = content().understand('balance');
	expect(decide(understood, 'private').kind).toBe('offer');
	const chat = content().understand('see you at the station tomorrow, bring the tickets');
	expect(decide(chat, 'group')).toEqual({ kind: 'silence' });
});

test.each([
	['povoのチャージ方法を教えて', 'povo チャージ 方法 を 教えて'],
	['ahamoの残りギガは？', 'ahamo 残り ギガ は？'],
	['楽天モバイルが繋がらない', '楽天モバイル 繋がらない'],
	['povo流量还剩多少', 'povo 流量 还剩 多少'],
	['軟銀預付卡怎麼儲值', '軟銀預付卡 怎麼 儲值'],
])('%s works like its spaced form', (joined, spaced) => {
	const [one, other] = [joined, spaced].map((text) => content().understand(text));
	expect(one?.carrier).toBe(other?.carrier);
	expect(one && decide(one, 'private')).toEqual(other && decide(other, 'private'));
});
