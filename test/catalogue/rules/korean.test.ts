import { expect, test } from 'vitest';
import { createKoreanRule } from '../../../src/catalogue/rules/korean.ts';
import { createText, knowledgeFixture } from '../../support/knowledge-fixture.ts';

const rule = createKoreanRule();

function wrongOf(ko: string): string[] {
	const knowledge = knowledgeFixture(({ keepNumber }) => {
		keepNumber.gist = createText({ ko });
	});
	return rule.check(knowledge).map(({ wrong }) => wrong);
}

test.each([
	'유료 토핑을 사면 번호를 유지할 수 있어요.',
	'povo2.0 앱에서 「購入履歴」(구매 이력)을 여세요.',
	'「ご利用ありがとうございます」(이용해 주셔서 감사합니다)라고 나와요.',
	'povo2.0',
])('%s is right', (ko) => {
	expect(wrongOf(ko)).toEqual([]);
});

test.each([
	['Buy a paid topping every 180 days.', 'a Korean sentence without Hangul'],
	['번호를 유지할 수 있습니다.', 'the formal register'],
	['토핑을 구매하십시오.', 'the formal register'],
	['앱에서 「購入履歴」 (구매 이력)을 여세요.', 'a space before a bracket'],
	['앱을 여세요。', 'a full-width mark'],
])('%s is told', (ko, wrong) => {
	expect(wrongOf(ko)).toContain(wrong);
});
