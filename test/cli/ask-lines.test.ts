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
		'{"id": "d", "text": "balance"}',
		'{"id": "e", "text": "is this sms from docomo real?"}',
	];
	const output: string[] = [];
	const problems: string[] = [];
	const bad = await askLines(content(), {
		input: Readable.from([lines.join('\n')]),
		output: (line) => output.push(line),
		problem: (line) => problems.push(line),
	});
	expect(bad).toBe(2);
	expect(problems.map((line) => line.slice(0, 6))).toEqual(['line 2', 'line 4']);
	const answers = output.map((line) => JSON.parse(line));
	expect(answers.map(({ id }) => id)).toEqual(['a', 5, 'c', 'd', 'e']);
	expect(answers[0]).toMatchObject({ procedure: 'keep-number', guide: null, carrier: 'povo', offered: [] });
	expect(answers[2]).toMatchObject({ procedure: null, guide: null, carrier: null, offered: [] });
	expect(answers[3]).toMatchObject({ procedure: null, guide: null, offered: ['check-data', 'check-bill'] });
	expect(answers[4]).toMatchObject({ procedure: null, guide: 'suspicious-message', carrier: 'docomo', offered: [] });
});
