import { expect, test } from 'vitest';
import { content } from '../support/nokori.ts';

test.each([
	['povo', 'povo'],
	['POVO2.0', 'povo'],
	['ｐｏｖｏ', 'povo'],
	['ポヴォ', 'povo'],
	['my povo please', 'povo'],
	['softbank', 'softbank'],
	['softbank prepaid', 'softbank-prepaid'],
	['SoftBank Prepaid card', 'softbank-prepaid'],
	['乐天', 'rakuten-mobile'],
	['樂天', 'rakuten-mobile'],
	['楽天モバイル', 'rakuten-mobile'],
	['Y!mobile', 'y-mobile'],
	['uq', 'uq-mobile'],
	['au', 'au'],
	['au revoir', 'au'],
	['beau', undefined],
	['SoftBankの携帯 プリペイド', 'softbank-prepaid'],
	['ソフトバンクのシンプルスタイル', 'softbank-prepaid'],
	['シンプルスタイル、ソフトバンクの', 'softbank-prepaid'],
	['docomo预付sim', 'docomo-prepaid'],
	['b-mobile', 'b-mobile-visitor'],
	['b-mobile START SIM', 'nihontsushin'],
	['prepaid card of softbank', 'softbank-prepaid'],
	['is it prepaid? the top of the screen shows softbank', 'softbank'],
	['visitor 用的 povo', 'povo-visitor'],
	['it shows KDDI but I have povo', 'povo'],
	['mineo docomo plan', 'mineo'],
	['乐天、UQ、ahamo', 'rakuten-mobile'],
	['iijmio japan travel sim', 'iij-travel-sim'],
	['vodafone', undefined],
	['', undefined],
	['???', undefined],
])('%s is %s', (words, carrier) => {
	expect(content().findCarrier(words)).toBe(carrier);
});

test('every name and alias of every carrier leads to it', () => {
	const { catalogue, findCarrier } = content();
	const lost = catalogue.carriers.flatMap(({ id, names, aliases }) =>
		[id, ...Object.values(names), ...aliases].filter((name) => findCarrier(name) !== id),
	);
	expect(lost).toEqual([]);
});
