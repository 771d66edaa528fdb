import { expect, test } from 'vitest';
import { payingButton } from '../../src/bot/features/guides/index.ts';
import { content, startNokori } from '../support/nokori.ts';

type Language = 'en' | 'ja' | 'zh-hans' | 'zh-hant';

/** Somebody alone with the bot who says one thing. */
async function ask(language: Language, text: string) {
	const { server } = await startNokori();
	const person = server.person({ name: 'Kim', language });
	await person.sends(text);
	expect(server.world.violations).toEqual([]);
	return person;
}

function pathsOf(screen: { buttons: readonly (readonly { value: string }[])[] }): string[] {
	return screen.buttons.flat().map(({ value }) => value);
}

test.each([
	['en', 'ubigi balance', 'Ubigi', 'Data left'],
	['en', 'what is the balance on my softbank prepaid?', 'SoftBank Prepaid', 'Data left'],
	['en', 'holafly remaining balance', 'Holafly', 'Data left'],
	['ja', 'Airaloの残高', 'Airalo', 'データ残量'],
	['ja', 'ソフトバンクプリペイドの残高照会', 'プリペイド', 'データ残量'],
	['ja', 'Nomadの残高を見たい', 'Nomad', 'データ残量'],
	['zh-hans', 'Holafly余额', 'Holafly', '剩余流量'],
	['zh-hans', '软银预付卡怎么查余额', '预付', '剩余流量'],
	['zh-hans', 'Ubigi的余额怎么看', 'Ubigi', '剩余流量'],
	['zh-hant', 'Saily餘額', 'Saily', '剩餘流量'],
	['zh-hant', '軟銀預付卡的餘額', '預付', '剩餘流量'],
	['zh-hant', 'Airalo怎麼查餘額', 'Airalo', '剩餘流量'],
] as const)(
	'%s: the balance of a prepaid card or a travel eSIM is its data: %s',
	async (language, text, carrier, title) => {
		const { screen } = await ask(language, text);
		expect(screen.text.split('\n')[0]).toContain(title);
		expect(screen.text.split('\n')[0]).toContain(carrier);
	},
);

test.each([
	['en', 'softbank balance', 'SoftBank · Bill'],
	['en', 'check my docomo balance', 'docomo · Bill'],
	['ja', 'ワイモバイルの残高', 'ご利用料金'],
	['zh-hans', 'docomo余额', '账单'],
	['zh-hant', 'au餘額', '帳單'],
] as const)('%s: the balance of a contract is its bill: %s', async (language, text, title) => {
	expect((await ask(language, text)).screen.text.split('\n')[0]).toContain(title);
});

test.each([
	['en', 'data balance on linemo', '/check-data/linemo/'],
	['ja', 'mineoのデータ残高', '/check-data/mineo/'],
	['zh-hans', 'ahamo流量余额', '/check-data/ahamo/'],
	['zh-hant', '樂天數據餘額', '/check-data/rakuten-mobile/'],
] as const)('%s: who says data is shown data: %s', async (language, text, path) => {
	const { screen } = await ask(language, text);
	expect(pathsOf(screen).some((value) => value === `/feedback/${path.slice(1, -1).replace('/', '.')}/`)).toBe(true);
});

test.each([
	['en', 'balance'],
	['en', 'check my balance'],
	['ja', '残高'],
	['ja', '残高を確認したい'],
	['zh-hans', '余额'],
	['zh-hans', '查余额'],
	['zh-hant', '餘額'],
	['zh-hant', '怎麼查餘額'],
] as const)('%s: a balance of no carrier may be either: %s', async (language, text) => {
	const { screen } = await ask(language, text);
	expect(pathsOf(screen).slice(0, 2)).toEqual(['/check-data/', '/check-bill/']);
	expect(pathsOf(screen)).toHaveLength(3);
});

test('a saved card decides which balance is meant', async () => {
	const { server } = await startNokori();
	const alice = server.person({ name: 'Alice', language: 'en' });
	await alice.sends('/mycard airalo');
	await alice.sends('balance');
	expect(alice.screen.text).toContain('Airalo · Data left');
	const bob = server.person({ name: 'Bob', language: 'en' });
	await bob.sends('/mycard docomo');
	await bob.sends('balance');
	expect(bob.screen.text).toContain('docomo · Bill');
});

test.each([
	['en', ['/cancel', '/stop', 'cancel', 'Stop!', 'undo', 'go back', 'never mind']],
	['ja', ['キャンセル', 'やめる', '戻る', '取り消し', 'ストップ']],
	['zh-hans', ['取消', '返回', '撤销', '算了']],
	['zh-hant', ['取消', '上一步', '復原', '算了']],
] as const)('%s: a word that stops a bot ends no contract', async (language, texts) => {
	const { server } = await startNokori();
	const person = server.person({ name: 'Kim', language });
	for (const text of texts) {
		await person.sends(text);
		expect(pathsOf(person.screen), text).toEqual(['/cancel/', '/']);
	}
	await person.tapsData('/cancel/');
	await person.taps('povo2.0');
	expect(pathsOf(person.screen)).toContain('/feedback/cancel.povo/');
});

test.each([
	['en', 'cancel my docomo contract', 'docomo'],
	['en', '/cancel povo', 'povo'],
	['ja', 'LINEMOを解約したい', 'linemo'],
	['zh-hans', '我要退订Y!mobile', 'y-mobile'],
	['zh-hant', 'UQ想解約', 'uq-mobile'],
] as const)('%s: who says clearly that a contract shall end is told how: %s', async (language, text, carrier) => {
	expect(pathsOf((await ask(language, text)).screen)).toContain(`/feedback/cancel.${carrier}/`);
});

test.each(['my plan', '想換方案', '안녕하세요 심카드', 'sim', 'sim question', 'カードについて', '手机卡', '👍'])(
	'how to end a contract is no guess: %s',
	async (text) => {
		const { screen } = await ask('en', text);
		expect(screen.text).not.toContain('Cancel the contract');
		if (pathsOf(screen).length < 10) {
			expect(pathsOf(screen)).not.toContain('/cancel/');
		}
	},
);

test.each([
	['en', 'baalnce linemo', 'linemo', 'I know LINEMO'],
	['en', '/chekc ubigi', 'ubigi', 'I know Ubigi'],
	['en', 'Berapa harga ahamo', 'ahamo', 'I know ahamo'],
	['ja', 'povoって何', 'povo', 'povo2.0のことは'],
	['ja', '楽天モバイルのアンテナ工事', 'rakuten-mobile', '楽天モバイルのことは'],
	['zh-hans', 'povo好用吗', 'povo', '知道你说的是povo2.0'],
	['zh-hant', '日本上網卡 docomo 10天吃到飽', 'docomo', '但看不懂要辦什麼'],
] as const)('%s: a carrier that is known opens its menu: %s', async (language, text, carrier, notice) => {
	const { screen } = await ask(language, text);
	expect(screen.text).toContain(notice);
	const known = content().catalogue.procedures(carrier);
	expect(pathsOf(screen)).toContain(`/${known[0]}/${carrier}/`);
});

test('called in a group, the bot opens the carrier’s menu too; talk is none of its business', async () => {
	const { server } = await startNokori();
	const alice = server.person({ name: 'Alice', language: 'en' });
	const group = server.group({ title: 'Osaka', members: [alice], bot: 'member' });
	for (const text of ['@nokori_bot my linemo died what do I do', '/balnce@nokori_bot linemo']) {
		await alice.in(group).sends(text);
		expect(alice.in(group).screen.text, text).toContain('LINEMO');
		expect(pathsOf(alice.in(group).screen), text).toContain('/keep-number/linemo/');
	}
	const before = server.calls.mark();
	await alice.in(group).sends('/balnce linemo');
	await alice.in(group).sends('/weather@other_bot linemo');
	expect(server.calls.since(before)).toEqual([]);
	await alice.in(group).sends('@nokori_bot cancel');
	expect(alice.in(group).screen.text).toContain('There is nothing to stop');
});

test.each([
	['/keep povp', 'Did you mean povo2.0?', '/keep-number/povo/'],
	['/topup dcoomo', 'Did you mean NTT docomo?', '/top-up/docomo/'],
	['/balance mineoo', 'Did you mean mineo?', '/check-data/mineo/'],
	['/balance my sialy', 'Did you mean Saily?', '/check-data/saily/'],
])('a name that is nearly a carrier’s is asked back: %s', async (text, question, path) => {
	const { screen } = await ask('en', text);
	expect(screen.text).toContain(question);
	expect(pathsOf(screen)[0]).toBe(path);
});

test('a name that is near to none is no carrier’s', async () => {
	for (const text of ['/keep verizon', '/keep please', '/keep t-mobile']) {
		expect((await ask('en', text)).screen.text, text).toContain("I don't know a carrier of that name");
	}
});

test.each([
	['en', 'WeChat Pay', 'Alipay, WeChat Pay'],
	['en', 'can I use alipay?', 'Alipay, WeChat Pay'],
	['en', 'I only have cash', 'Convenience stores'],
	['en', 'do you accept a foreign credit card', 'Cards issued abroad'],
	['en', 'paypay', 'Where and how to pay'],
	['en', 'how do I pay', 'Where and how to pay'],
	['ja', '現金しかない', 'コンビニ'],
	['ja', 'コンビニで払えますか', 'コンビニ'],
	['ja', '海外のクレジットカードは使えますか', '海外発行のカード'],
	['ja', 'アリペイ', 'Alipay'],
	['ja', '支払い方法', '支払いの方法と場所'],
	['zh-hans', '微信支付', '支付宝、微信支付'],
	['zh-hans', '可以用支付宝吗', '支付宝、微信支付'],
	['zh-hans', '国外信用卡', '境外发行的卡'],
	['zh-hans', '便利店能充吗', '便利店'],
	['zh-hant', '支付寶', '支付寶、微信支付'],
	['zh-hant', '超商可以儲值嗎', '便利商店'],
	['zh-hant', '台灣的信用卡可以用嗎', '日本境外發行的信用卡'],
	['zh-hant', '付款方式', '在哪裡付、怎麼付'],
] as const)('%s: words for paying open what is known of it: %s', async (language, text, title) => {
	expect((await ask(language, text)).screen.text.split('\n')[0]).toContain(title);
});

test.each([
	['en', 'can I top up linemo with alipay?', 'Alipay, WeChat Pay: No source supports this', '/pay/wallets/'],
	['en', 'does airalo take wechat pay?', 'Alipay, WeChat Pay at Airalo: unknown', '/pay/wallets/'],
	['en', 'can i pay gtn mobile at a convenience store', 'Yes. ', '/pay/convenience-store/'],
	['en', 'does povo take paypay?', 'PayPay at povo2.0: unknown', '/pay/'],
	['ja', 'サクラモバイルはコンビニで払えますか', 'はい。', '/pay/convenience-store/'],
	['ja', 'povoはコンビニでチャージできますか', 'コンビニ：povo：', '/pay/convenience-store/'],
	['zh-hans', 'Mobal能用支付宝付吗', '支付宝、微信支付 · Mobal', '/pay/wallets/'],
	['zh-hans', 'ahamo可以在便利店交费吗', 'ahamo能不能用便利店：不清楚', '/pay/convenience-store/'],
	['zh-hant', 'povo可以在超商儲值嗎', '便利商店：povo', '/pay/convenience-store/'],
] as const)('%s: whether that works there is said first: %s', async (language, text, first, page) => {
	const { screen } = await ask(language, text);
	expect(screen.text.startsWith(first), screen.text.slice(0, 120)).toBe(true);
	expect(pathsOf(screen)).toContain(page);
});

test('what holds for the stores in general is not said of one chain', async () => {
	const { screen } = await ask('en', 'can i pay gtn mobile at 7-eleven');
	expect(screen.text).not.toMatch(/^Yes/);
	expect(screen.text).toContain('GTN Mobile: the bill in its app');
});

test.each([
	['en', 'lost my sim, I paid it with alipay', '/lost-or-stopped/'],
	['en', 'which wallet should I buy in Kyoto', undefined],
	['ja', 'コンビニのおにぎり', undefined],
	['zh-hans', '支付宝怎么提现', undefined],
	['zh-hant', '微信怎麼加好友', undefined],
] as const)(
	'%s: a means to pay is not the question where something else is asked: %s',
	async (language, text, path) => {
		const { screen } = await ask(language, text);
		expect(pathsOf(screen).filter((value) => /^\/pay\/[a-z-]+\/$/.test(value))).toEqual([]);
		if (path !== undefined) {
			expect(screen.text).toContain('Lost, stopped');
		}
	},
);

test('an answer on what one pays for has a way to the ways to pay, others have none', () => {
	const t = content().i18n.translator('en');
	expect(payingButton({ procedure: 'top-up', carrier: 'povo' }, t)).toEqual({ text: 'See how to pay', path: '/pay/' });
	expect(payingButton({ procedure: 'cancel', carrier: 'povo' }, t)).toBeUndefined();
});
