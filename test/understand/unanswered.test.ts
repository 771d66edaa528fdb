import { expect, test } from 'vitest';
import { anonymise } from '../../src/understand/unanswered.ts';

test('what could be somebody’s is taken out of what is counted', () => {
	expect(anonymise('Mein Guthaben?? 090-1234-5678 @alice a@b.example https://x.example/1')).toBe('mein guthaben?? - -');
	expect(anonymise('8981100012345678901')).toBeUndefined();
	expect(anonymise('x'.repeat(200))).toBeUndefined();
	expect(anonymise('')).toBeUndefined();
});
