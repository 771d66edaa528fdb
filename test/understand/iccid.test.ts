import { expect, test } from 'vitest';
import { createCatalogue } from '../../src/catalogue/catalogue.ts';
import { createIccidFinder } from '../../src/understand/iccid.ts';
import { knowledgeFixture } from '../support/knowledge-fixture.ts';
import { content } from '../support/nokori.ts';

const find = createIccidFinder(content().catalogue);

test.each([
	['898110001234567890', ''],
	['8981100012345678901', ''],
	['8981100012345678901F', ''],
	['89811000123456789012', ''],
	['8981100012345678901234', ''],
	['8981 1000 1234 5678 901', ''],
	['8981 1000 1234 5678 901F', ''],
	['8981 1000 1234 5678 901 F', ''],
	['8981-1000-1234-5678-901', ''],
	['8981‐1000‐1234‐5678‐901f', ''],
	['８９８１　１０００　１２３４　５６７８　９０１Ｆ', ''],
	['89811000\n12345678\n901', ''],
	['ICCID: 8981 1000 1234 5678 901F', 'ICCID: '],
	['卡号8981100012345678901，是哪家的？', '卡号,是哪家的?'],
	['SIMカードの番号は8981100012345678901です', 'SIMカードの番号はです'],
	['8981 1000 1234 5678 901 from the card', ' from the card'],
	['EID 89049032000010000012345678901234 ICCID 8981100012345678901', 'EID 89049032000010000012345678901234 ICCID '],
])('%j is a Japanese card by its whole number, wherever it stands', (text, rest) => {
	expect(find(text)).toEqual({ iccid: { kind: 'iccid', isJapanese: true, prefix: '8981100' }, rest });
});

test.each([
	['8981 9990 1234 5678 901F', true],
	['89852 0001 2345 6789 01F', false],
	['8988600012345678901', false],
	['8986 0123 4567 8901 2345', false],
	['8982123456789012345F', false],
	['ICCID：８９８５２０００１２３４５６７８９０１', false],
])('%j has no known beginning, and is a Japanese card: %s', (text, isJapanese) => {
	expect(find(text)?.iccid).toEqual({ kind: 'iccid', isJapanese });
});

test.each([
	['89811000123456789', 'too short'],
	['89811000123456789012345', 'too long'],
	['89049032 00001000 00123456 78901234', 'an EID in groups'],
	['358981100012345678901', 'other digits before it'],
	['090-1234-5678', 'a telephone number'],
	['how do I top up 3,000 yen', 'words'],
	['', 'nothing'],
])('%j is no card number: %s', (text) => {
	expect(find(text)).toBeUndefined();
});

test('the longest prefix that fits is the one that counts', () => {
	const knowledge = knowledgeFixture(({ povo, docomo }) => {
		povo.clues.iccid = ['8981', '898110'];
		docomo.clues.iccid = ['8981100', '8981999'];
	});
	const findShort = createIccidFinder(createCatalogue(knowledge));
	expect(findShort('8981100012345678901')?.iccid.prefix).toBe('8981100');
	expect(findShort('8981101012345678901')?.iccid.prefix).toBe('898110');
	expect(findShort('8981301012345678901')?.iccid.prefix).toBe('8981');
});
