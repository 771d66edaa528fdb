import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { answerText } from '../src/cli/answer-text.ts';
import { content, TODAY } from './support/nokori.ts';

test("the README's conversation is what the bot says", () => {
	const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
	const [, text = '', shown] = /<!-- conversation: (.*) -->\n```\n([\s\S]*?)\n```/.exec(readme) ?? [];
	expect(shown).toBe(answerText(content(), { text, lang: 'en', today: TODAY }));
});
