import { GrammyError } from 'grammy';
import { expect, test } from 'vitest';
import { describeError } from '../src/log.ts';

test('an error is logged without the token and without what was to be sent', () => {
	const answer = { ok: false as const, error_code: 400, description: 'Bad Request: surprise' };
	const error = new GrammyError("Call to 'sendMessage' failed!", answer, 'sendMessage', { text: 'a private answer' });
	const outer = new Error('failed at https://api.telegram.org/bot42:secret/sendMessage', { cause: error });
	const written = JSON.stringify(describeError(outer, ['42:secret']));
	expect(written).toContain('/bot[token]/sendMessage');
	expect(written).toContain('"code":400');
	expect(written).not.toContain('42:secret');
	expect(written).not.toContain('a private answer');
});

test('what was thrown and is no error is described too', () => {
	expect(describeError('42:secret broke', ['42:secret'])).toEqual({ type: 'string', message: '[token] broke' });
});
