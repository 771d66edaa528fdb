import { expect, test } from 'vitest';
import { createScripts, RIGHT_CHARACTERS } from '../../../src/catalogue/rules/scripts.ts';

const scripts = createScripts();
const everything = createScripts({ traditional: '', simplified: '', chinese: '' });

test('the sets hold characters of one script only', () => {
	expect(scripts.simplified).toContain('号');
	expect(scripts.traditional).toContain('號');
	expect(scripts.japanese).toContain('駅');
	expect([...scripts.simplified].filter((char) => scripts.traditional.has(char))).toEqual([]);
	expect([...scripts.japanese].filter((char) => scripts.simplified.has(char) || scripts.traditional.has(char))).toEqual(
		[],
	);
});

test.each([
	['traditional', RIGHT_CHARACTERS.traditional, everything.simplified],
	['simplified', RIGHT_CHARACTERS.simplified, everything.traditional],
	['Chinese', RIGHT_CHARACTERS.chinese, everything.japanese],
])('every exception for %s texts is needed', (_name, exceptions, set) => {
	const chars = [...exceptions.replace(/\([^)]*\)/g, '')];
	expect(chars.filter((char) => !set.has(char))).toEqual([]);
});
