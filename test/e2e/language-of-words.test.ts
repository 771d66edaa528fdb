import { describe, expect, test } from 'vitest';
import { startNokori } from '../support/nokori.ts';

const firstLine = (text: string): string => text.split('\n')[0] ?? '';

/** Someone whose client tells no language, or one that the bot does not speak. */
async function openFor(language?: string) {
	const { server } = await startNokori();
	const person = server.person({ name: 'Mei', ...(language ? { language } : {}) });
	const owner = server.person({ name: 'Owner', language: 'en' });
	const group = server.group({ title: 'Osaka', members: [owner, person], bot: 'member' });
	return { server, person, owner, group };
}

describe.each([undefined, 'yue', 'th'])('where the client tells the language %s', (language) => {
	test.each([
		['linemo 怎么充值', 'LINEMO · 充值'],
		['linemo 怎麼儲值', 'LINEMO · 儲值'],
		['povo 仲有幾多數據', 'povo2.0 · 剩餘流量'],
		['linemoのチャージ方法', 'LINEMO · チャージ'],
		['how do I top up linemo', 'LINEMO · Top up'],
		['linemo 충전 어떻게 해요', 'LINEMO · 충전'],
		['linemo nạp thêm data thế nào', 'LINEMO · Nạp'],
	])('%s is answered in its own', async (words, title) => {
		const { person, group } = await openFor(language);
		await person.sends(words);
		expect(firstLine(person.screen.text)).toContain(title);
		await person.in(group).sends(`@nokori_bot ${words}`);
		expect(firstLine(person.in(group).screen.text)).toContain(title);
	});
});

test('taps on the answer stay in its language', async () => {
	const { person } = await openFor();
	await person.sends('linemo 怎么充值');
	await person.tapsData('/keep-number/linemo/');
	expect(firstLine(person.screen.text)).toContain('保号');
	await person.tapsData('/');
	expect(person.screen.text).not.toContain('What do you need');
	await person.tapsData('/carriers/');
	expect(person.screen.buttons.flat().map(({ text }) => text)).not.toContain('Back');
});

test('what was chosen stays first, then what the client tells', async () => {
	const { person, server } = await openFor();
	await person.sends('/lang ja');
	await person.sends('linemo 怎么充值');
	expect(firstLine(person.screen.text)).toContain('チャージ');
	const told = server.person({ name: 'Eve', language: 'en' });
	await told.sends('linemo 怎么充值');
	expect(firstLine(told.screen.text)).toContain('Top up');
});

test('words that tell nothing are answered in the group’s language, else in the default', async () => {
	const { person, owner, group } = await openFor();
	await person.in(group).sends('/balance@nokori_bot povo');
	expect(firstLine(person.in(group).screen.text)).toContain('Data left');
	await owner.in(group).sends('/settings@nokori_bot');
	await owner.in(group).tapsData('/settings/lang/ja');
	await person.in(group).sends('/balance@nokori_bot povo');
	expect(firstLine(person.in(group).screen.text)).toContain('データ残量');
});

test('inline and guest questions go by their words too', async () => {
	const { person, owner, server } = await openFor();
	const [result] = await person.types('linemo 充值 怎么');
	expect(result).toMatchObject({ title: expect.stringContaining('充值') });
	const elsewhere = server.group({ title: 'Elsewhere', members: [owner, person] });
	await person.asksGuest(elsewhere, 'linemo 怎么充值');
	expect(firstLine(person.in(elsewhere).screen.text)).toContain('充值');
});

describe('a language that the bot does not speak', () => {
	test.each([
		['th', 'เน็ตเหลือเท่าไหร่'],
		['es', '¿cuántos datos me quedan en mi tarjeta?'],
		['ne', 'मेरो डाटा कति बाँकी छ'],
		[undefined, 'paano mag load ng sim ko'],
	])('%s: gets one line in English and Japanese, and the languages to choose from', async (language, words) => {
		const { person, server } = await openFor(language);
		const before = server.calls.mark();
		await person.sends(words);
		expect(server.calls.since(before)).toHaveLength(1);
		expect(firstLine(person.screen.text)).toMatch(/^I don't speak that language yet\. · その言語/);
		expect(person.screen.buttons.flat().map(({ text }) => text)).toEqual(
			expect.arrayContaining(['English', '日本語', 'Tiếng Việt', '한국어']),
		);
		await person.taps('日本語');
		expect(person.screen.text).toContain('SIM');
		expect(server.world.violations).toEqual([]);
	});

	test('the carrier that is named opens its menu', async () => {
		const { person } = await openFor('th');
		await person.sends('เน็ต povo เหลือเท่าไหร่');
		expect(firstLine(person.screen.text)).toContain("I don't speak that language yet.");
		expect(person.screen.text).toContain('povo2.0');
		expect(person.screen.buttons.flat().map(({ text }) => text)).toContain('Check data');
	});

	test('in a group only who called the bot is told', async () => {
		const { person, group } = await openFor('th');
		await person.in(group).sends('เน็ตเหลือเท่าไหร่');
		expect(person.in(group).messages).toHaveLength(1);
		await person.in(group).sends('@nokori_bot เน็ตเหลือเท่าไหร่');
		expect(firstLine(person.in(group).screen.text)).toContain("I don't speak that language yet.");
	});
});
