import { expect, test } from 'vitest';
import { createSecretsRule } from '../../../src/catalogue/rules/secrets.ts';
import { createText, knowledgeFixture } from '../../support/knowledge-fixture.ts';

const rule = createSecretsRule();

function checkGist(change: Record<string, string>): ReturnType<typeof rule.check> {
	return rule.check(
		knowledgeFixture(({ keepNumber }) => {
			keepNumber.gist = createText(change);
		}),
	);
}

test.each([
	'Staff will ask for your date of birth and the 4-digit PIN.',
	'Send an SMS to your other phone.',
	'Call 0120-800-000, or 0800-600-0500.',
	'A limit of 10,000,000 yen.',
	'Mails come from info@povo.jp or an address ending in @docomo.ne.jp.',
	'The APN user is mio@iij.',
	'The app shows you the code and tells you what to do.',
])('"%s" is right', (en) => {
	expect(checkGist({ en })).toEqual([]);
});

test('a made-up telephone number is reported', () => {
	expect(checkGist({ en: 'Call 000-0000-0000.' })).toEqual([
		{
			file: 'carriers/povo/keep-number.yaml',
			place: 'gist.en',
			wrong: 'a made-up telephone number',
			value: '000-0000-0000',
			remedy: 'Write the real one, or none.',
		},
	]);
});

test.each(['090-0000-0000', '0000-0000', '00000000000'])('%s is made up', (value) => {
	expect(checkGist({ en: `Call ${value}.` })).toMatchObject([{ wrong: 'a made-up telephone number' }]);
});

test.each(['Ask @povo_helper.', 'Ask at https://t.me/povo_helper'])('"%s" leads to somebody on Telegram', (en) => {
	expect(checkGist({ en })).toMatchObject([
		{ wrong: 'leads to somebody on Telegram', remedy: "Name the carrier's own channel instead." },
	]);
});

test.each([
	['en', 'Send me your password.'],
	['en', 'Tell the bot your phone number.'],
	['en', 'Send your card number to this bot.'],
	['ja', 'このボットに電話番号を送ってください。'],
	['zh-Hans', '把密码发给机器人。'],
	['zh-Hans', '请告诉我卡号。'],
	['zh-Hant', '把密碼傳給我。'],
])('a text in %s that asks for a secret is reported: %s', (locale, words) => {
	expect(checkGist({ [locale]: words })).toMatchObject([
		{
			place: `gist.${locale}`,
			wrong: 'asks people to send something to the bot',
			remedy: 'Say where the carrier asks for it; the bot never does.',
		},
	]);
});

test('a sentence for the staff may say "tell me", because "me" is the person there', () => {
	const knowledge = knowledgeFixture(({ app }) => {
		app.say = { ja: '残高を教えてください。', meaning: createText({ en: 'Please tell me the balance.' }) };
	});
	expect(rule.check(knowledge)).toEqual([]);
});
