import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { answerText } from '../src/cli/answer-text.ts';
import { content, TODAY } from './support/nokori.ts';
import { readmeConversation } from './support/readme.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

test("the README's conversation is what the bot says, in its order", () => {
	const { question, parts } = readmeConversation();
	let rest = answerText(content(), { text: question, lang: 'en', today: TODAY });
	expect(parts.length).toBeGreaterThan(1);
	for (const part of parts) {
		expect(rest).toContain(`${part}\n`);
		rest = rest.slice(rest.indexOf(part) + part.length);
	}
});

test('the README shows it before anything has to be scrolled', () => {
	const { question, parts } = readmeConversation();
	expect(question).not.toMatch(/^\//);
	expect(parts.join('\n…\n').split('\n').length).toBeLessThanOrEqual(12);
	expect(readme.slice(0, readme.indexOf(question)).split('\n').length).toBeLessThan(10);
});

test('the README names the version of Node before the first command', () => {
	const { engines } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
	const version = /[\d.]+/.exec(engines.node)?.[0] ?? 'none';
	expect(readme.indexOf(`Node ${version}`)).toBeGreaterThan(0);
	expect(readme.indexOf(`Node ${version}`)).toBeLessThan(readme.indexOf('npm ci'));
});
