import { expect, test } from 'vitest';
import { content } from '../support/nokori.ts';

const { isForeign } = content().i18n;

test.each([
	'เน็ตเหลือเท่าไหร่',
	'เน็ต povo เหลือเท่าไหร่',
	'Сколько осталось интернета?',
	'मेरो डाटा कति बाँकी छ',
	'كم تبقى من البيانات',
	'cuántos datos me quedan en povo',
	'quantos dados ainda tenho no meu plano',
	'mon téléphone n’a plus de réseau',
	'wie viel Datenvolumen habe ich noch',
	'berapa sisa kuota saya bulan ini',
	'paano mag load ng sim ko',
])('%s is in a language that the bot does not speak', (text) => {
	expect(isForeign(text)).toBe(true);
});

test.each([
	'how much data do i have left',
	'my sim no work pls help',
	'can u tell me how i renew my esim',
	'wifi pasword plz',
	'ギガ残りを教えてください',
	'我还有多少流量',
	'데이터 얼마나 남았어요',
	'데이터 얼마나 남았어요'.normalize('NFD'),
	'povo còn bao nhiêu data vậy',
	'kiem tra data con bao nhieu',
	'SIM 「データ残量」 data left',
	'povo',
	'👍',
	'',
])('%s is none', (text) => {
	expect(isForeign(text)).toBe(false);
});
