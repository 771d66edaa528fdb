import { expect, test } from 'vitest';
import { createVietnameseRule } from '../../../src/catalogue/rules/vietnamese.ts';
import { createText, knowledgeFixture } from '../../support/knowledge-fixture.ts';

const rule = createVietnameseRule();

function wrongOf(vi: string): string[] {
	const knowledge = knowledgeFixture(({ keepNumber }) => {
		keepNumber.gist = createText({ vi });
	});
	return rule.check(knowledge).map(({ wrong }) => wrong);
}

test.each([
	'Mua gói topping trả phí thì giữ được số.',
	'Mở 「購入履歴」 (lịch sử mua) và hoàn tất ngay.',
	'Hủy hợp đồng, khóa máy, quý khách.',
	'Nihon Tsushin SIM (日本通信SIM)',
])('%s is right', (vi) => {
	expect(wrongOf(vi)).toEqual([]);
});

test.each([
	['Buy a paid topping every 180 days.', 'a Vietnamese sentence without marks'],
	['Mua gói topping de giữ số cua nha mang này.', 'a word without its marks'],
	['Huỷ hợp đồng với nhà mạng.', 'a mark on the last letter'],
	['Khoá thuê bao bị mất.', 'a mark on the last letter'],
	['Mở ứng dụng。', 'a full-width mark'],
	['Mở ứng dụng.'.normalize('NFD'), 'letters in two characters'],
])('%s is told', (vi, wrong) => {
	expect(wrongOf(vi)).toContain(wrong);
});
