import { describe, expect, test } from 'vitest';
import { photo } from '../../src/bot-api-server/people/actor.ts';
import { content, startNokori } from '../support/nokori.ts';

const LANGUAGES = { en: 'en', ja: 'ja', 'zh-Hans': 'zh-hans', 'zh-Hant': 'zh-hant', ko: 'ko', vi: 'vi' } as const;

async function alone(language: string) {
	const { server } = await startNokori();
	const person = server.person({ name: 'Kim', language });
	return { server, person };
}

const SAID = {
	en: {
		greeting: ['hi', 'Hello!', 'good morning everyone', 'hey bot 👋'],
		thanks: ['thanks', '👍', 'ok thank you so much', 'It worked!!', '🙏🙏'],
		trust: ['are you safe?', 'who are you', 'do you store my data'],
		choice: ['which SIM should I buy?', 'best esim for 10 days', 'where can i buy a sim card'],
		code: ['my code is 482913', 'OTP: 4829', 'the verification code is 9 1 2 no 912345'],
	},
	ja: {
		greeting: ['こんにちは', 'はじめまして、よろしくお願いします'],
		thanks: ['ありがとうございます！', '助かりました', '了解です'],
		trust: ['あなたは誰ですか', '安全ですか？'],
		choice: ['おすすめのSIMは？', 'どのSIMがいいですか'],
		code: ['認証コードは482913です', '暗証番号 4821'],
	},
	'zh-Hans': {
		greeting: ['你好', '在吗？'],
		thanks: ['谢谢你', '好的，知道了'],
		trust: ['你是谁？', '你安全吗'],
		choice: ['推荐一张卡', 'povo和linemo哪个好'],
		code: ['我的验证码是482913', '验证码 4829'],
	},
	'zh-Hant': {
		greeting: ['哈囉', '在嗎？'],
		thanks: ['感謝', '唔該晒'],
		trust: ['你是誰？', '這個安全嗎'],
		choice: ['推薦哪張', '在哪裡買SIM卡'],
		code: ['我的驗證碼是482913', '驗證碼：4829'],
	},
	ko: {
		greeting: ['안녕하세요', '안녕!'],
		thanks: ['감사합니다', '고마워요 👍'],
		trust: ['너 누구야?', '이 봇 안전해요?'],
		choice: ['유심 추천해 주세요', '어떤 유심이 좋아요?'],
		code: ['인증번호 482913 이에요', '인증번호 4829'],
	},
	vi: {
		greeting: ['xin chào', 'chào bot'],
		thanks: ['cảm ơn nhé', 'ok cam on'],
		trust: ['bạn là ai', 'bot này có an toàn không'],
		choice: ['nên mua sim nào', 'tư vấn sim giúp mình'],
		code: ['mã xác minh của mình là 482913', 'ma otp 4829'],
	},
} as const;

describe.each(Object.keys(SAID) as (keyof typeof SAID)[])('%s', (locale) => {
	const t = content().i18n.translator(locale);

	test.each(Object.keys(SAID[locale]) as (keyof (typeof SAID)['en'])[])('%s gets its sentence', async (kind) => {
		const { server, person } = await alone(LANGUAGES[locale]);
		for (const words of SAID[locale][kind]) {
			await person.sends(words);
			expect(person.screen.text, words).toBe(t(`smallTalk.${kind}`));
			expect(person.screen.buttons.flat().length).toBeLessThanOrEqual(3);
		}
		expect(server.world.violations).toEqual([]);
	});

	test('a picture gets the sentence that it cannot be seen', async () => {
		const { person } = await alone(LANGUAGES[locale]);
		await person.posts(photo());
		expect(person.screen.text).toBe(t('smallTalk.senses'));
	});
});

test.each([
	['en', 'error code 4002 on povo'],
	['en', 'thanks, but how do I check my povo data'],
	['en', 'hi, my softbank sim has no service'],
	['en', 'verification code does not arrive on my ahamo number'],
	['ja', 'こんにちは、povoのデータ残量を知りたいです'],
	['zh-hans', '你好，povo怎么保号'],
	['zh-hant', '你好，樂天怎麼查餘額'],
	['ko', '안녕하세요, povo 데이터 얼마나 남았는지 어디서 봐요?'],
	['vi', 'chào bạn, sim softbank bị mất sóng'],
])('%s: a question is a question, however polite: %s', async (language, words) => {
	const { person } = await alone(language);
	await person.sends(words);
	const sentences = ['greeting', 'thanks', 'trust', 'choice', 'code'] as const;
	const locales = content().i18n.locales.map(({ id }) => content().i18n.translator(id));
	expect(locales.flatMap((t) => sentences.map((kind) => t(`smallTalk.${kind}`)))).not.toContain(person.screen.text);
});

test('a code is answered the same in a group, and is not repeated', async () => {
	const { server } = await startNokori();
	const alice = server.person({ name: 'Alice', language: 'en' });
	const group = server.group({ title: 'Osaka', members: [alice], bot: 'administrator' });
	await alice.in(group).sends('@nokori_bot my code is 482913');
	expect(alice.in(group).screen.text).toBe(content().i18n.translator('en')('smallTalk.code'));
	expect(alice.in(group).screen).toMatchObject({ isEphemeral: true });
});
