import { HttpError, type Transformer } from 'grammy';
import type { ApiResponse } from 'grammy/types';
import { expect, test } from 'vitest';
import { createRetry } from '../../src/bot/retry.ts';

type Call = Parameters<Transformer>[0];
type Outcome = 'dead network' | number | 'sent';

const DONE = { ok: true, result: true } as const;

/** What comes of sending while the given things happen, one a try, and how long was waited in between. */
async function sendThrough(outcomes: readonly Outcome[], method: 'sendMessage' | 'editMessageText' | 'getUpdates') {
	const waited: number[] = [];
	let tries = 0;
	const call = async (): Promise<ApiResponse<true>> => {
		const outcome = outcomes[tries];
		tries += 1;
		if (outcome === 'dead network') {
			throw new HttpError('no network', new Error('ECONNRESET'));
		}
		return typeof outcome === 'number' ? { ok: false, error_code: outcome, description: 'no' } : DONE;
	};
	const retry = createRetry(async (milliseconds) => void waited.push(milliseconds / 1000));
	const result = await retry(call as unknown as Call, method, {} as never).catch((error: unknown) => error);
	return { result, tries, waited };
}

function outage(minutes: number): Outcome[] {
	return Array.from({ length: minutes * 2 }, () => 'dead network');
}

test('a dead network is asked again more and more rarely, but twice a minute at least', async () => {
	const { result, waited } = await sendThrough([...outage(60), 'sent'], 'sendMessage');
	expect(result).toBe(DONE);
	expect(waited.slice(0, 7)).toEqual([1, 2, 4, 8, 16, 30, 30]);
	expect(Math.max(...waited)).toBe(30);
});

test('errors of Telegram’s own are outlasted for some five minutes, then said', async () => {
	const short = await sendThrough([...Array.from({ length: 12 }, () => 502), 'sent'], 'sendMessage');
	expect(short.result).toBe(DONE);
	const long = await sendThrough(
		Array.from({ length: 100 }, () => 500),
		'sendMessage',
	);
	expect(long.result).toMatchObject({ ok: false, error_code: 500 });
	const minutes = long.waited.reduce((sum, seconds) => sum + seconds, 0) / 60;
	expect(minutes).toBeGreaterThan(4);
	expect(minutes).toBeLessThan(6);
});

test('what Telegram refuses for good is not asked again', async () => {
	expect(await sendThrough([403, 'sent'], 'sendMessage')).toMatchObject({ tries: 1, result: { error_code: 403 } });
});

test('a tap, and polling, are told of a dead network at once', async () => {
	for (const method of ['editMessageText', 'getUpdates'] as const) {
		const { result, tries } = await sendThrough(['dead network', 'sent'], method);
		expect(result).toBeInstanceOf(HttpError);
		expect(tries).toBe(1);
	}
});
