import { expect, test } from 'vitest';
import { missForm } from '../../src/understand/unanswered.ts';

test('what could be somebody’s is taken out of what is counted', () => {
	expect(missForm('Mein Guthaben?? 090-1234-5678 @alice a@b.example https://x.example/1')).toBe('mein guthaben?? - -');
	expect(missForm('8981100012345678901')).toBeUndefined();
	expect(missForm('x'.repeat(200))).toBeUndefined();
	expect(missForm('')).toBeUndefined();
});
