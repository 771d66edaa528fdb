import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { askLines } from '../../src/cli/ask-lines.ts';
import { content } from '../support/nokori.ts';

test('each line is answered by its id; broken ones are reported with their number and lose nothing', async () => {
	const lines = [
		'{"id": "a", "text": "povo 怎么保号", "lang": "zh-Hans"}',
		'{"id": "b", "text": ',
		'',
		'{"text": "no id"}',
		`{"id": 5, "text": "${'x'.repeat(1_000_000)}"}`,
		'{"id": "c", "text": "good morning"}',
	];
	const output: string[] = [];
	const problems: string[] = [];
	const bad = await askLines(content().understand, {
		input: Readable.from([lines.join('\n')]),
		output: (line) => output.push(line),
		problem: (line) => problems.push(line),
	});
	expect(bad).toBe(2);
	expect(problems.map((line) => line.slice(0, 6))).toEqual(['line 2', 'line 4']);
	const answers = output.map((line) => JSON.parse(line));
	expect(answers.map(({ id }) => id)).toEqual(['a', 5, 'c']);
	expect(answers[0]).toMatchObject({ procedure: 'keep-number', carrier: 'povo' });
	expect(answers[2]).toMatchObject({ procedure: null, carrier: null });
});
