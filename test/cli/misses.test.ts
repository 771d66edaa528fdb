import { expect, test } from 'vitest';
import { missesReport } from '../../src/cli/misses.ts';
import { content } from '../support/nokori.ts';

const { i18n } = content();

test('like questions stand together with what was chosen, the file to edit and lines to paste', () => {
	const report = missesReport(
		[
			{ text: 'my sim is odd', days: 4, times: 9, choices: { 'lost-or-stopped': 3, 'setup-apn': 1 } },
			{ text: 'ギガ どこ', days: 3, times: 5, choices: { 'check-data': 2 } },
			{ text: 'my esim is odd …', days: 3, times: 3, choices: { 'lost-or-stopped': 1 } },
			{ text: 'when does it end', days: 3, times: 3, choices: {} },
		],
		i18n,
	);
	expect(report).toBe(`9 times on 4 days: my sim is odd
3 times on 3 days: my esim is odd …
  chosen: lost-or-stopped 4, setup-apn 1
  paste below the "lines:" of a batch of today in knowledge/words/lost-or-stopped/en.yaml:
    - "my sim is odd"
    - "my esim is odd"

5 times on 3 days: ギガ どこ
  chosen: check-data 2
  paste below the "lines:" of a batch of today in knowledge/words/check-data/ja.yaml:
    - "ギガ どこ"

3 times on 3 days: when does it end
  chosen: nothing yet

4 in all, 3 kinds
`);
});

test('nothing asked is nothing to teach', () => {
	expect(missesReport([], i18n)).toBe('0 in all, 0 kinds\n');
});
