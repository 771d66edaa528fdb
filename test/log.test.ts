import { GrammyError } from 'grammy';
import { describe, expect, test } from 'vitest';
import { describeError } from '../src/log.ts';
import { createHideSecrets, secretsOf } from '../src/secrets.ts';

test('an error is logged without what was to be sent', () => {
	const answer = { ok: false as const, error_code: 400, description: 'Bad Request: surprise' };
	const error = new GrammyError("Call to 'sendMessage' failed!", answer, 'sendMessage', { text: 'a private answer' });
	const written = JSON.stringify(describeError(new Error('failed', { cause: error })));
	expect(written).toContain('"code":400');
	expect(written).not.toContain('a private answer');
});

test('what was thrown and is no error is described too', () => {
	expect(describeError('broke')).toEqual({ type: 'string', message: 'broke' });
});

describe('secrets are taken out', () => {
	const hide = createHideSecrets(
		secretsOf({ BOT_TOKEN: '42:short', WEBHOOK_SECRET: 'hush-hush', REDIS_URL: 'redis://me:p%40ss@host/0' }),
	);

	test.each([
		['failed at https://api.telegram.org/bot42:short/sendMessage', '42:short'],
		['{"path":"/bot42%3Ashort/getMe"}', '42%3Ashort'],
		['the secret is hush-hush.', 'hush-hush'],
		['AUTH p@ss failed', 'p@ss'],
		['redis://me:p%40ss@host/0', 'p%40ss'],
		// Somebody else's, or one that was revoked.
		['https://api.telegram.org/bot123456789:AAE-abcdefghijklmnopqrstuvwxyz012345/getUpdates', 'AAE-abcdefghijkl'],
		['rediss://user:other-password@host', 'other-password'],
	])('%s', (text, secret) => {
		expect(hide(text)).not.toContain(secret);
		expect(hide(text)).toContain('[secret]');
	});

	test('and nothing else', () => {
		const text = '{"updateId":700000001,"at":"2026-11-20T10:00:00","host":"127.0.0.1:8080","mail":"a@b.jp"}';
		expect(hide(text)).toBe(text);
	});
});
