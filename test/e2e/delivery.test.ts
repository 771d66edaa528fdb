import { Writable } from 'node:stream';
import fc from 'fast-check';
import pino from 'pino';
import { expect, test } from 'vitest';
import { describeError } from '../../src/log.ts';
import { startNokori } from '../support/nokori.ts';

/** A place to log to, and what was written there. */
function recordLines(): { lines: string[]; sink: Writable } {
	const lines: string[] = [];
	const sink = new Writable({
		write: (chunk, _encoding, done) => {
			lines.push(String(chunk));
			done();
		},
	});
	return { lines, sink };
}

test('a double tap is answered twice and changes nothing', async () => {
	const { server } = await startNokori();
	const alice = server.person({ name: 'Alice' });
	await alice.sends('/start');
	await alice.taps('Data and money');
	const shown = alice.screen.text;
	await alice.tapsData('/menu/money/');
	expect(alice.screen.text).toBe(shown);
	expect(alice.messages.filter(({ fromBot }) => fromBot)).toHaveLength(1);
	expect(server.world.unansweredTaps()).toEqual([]);
});

test('the button of a place that is gone opens the nearest one above it', async () => {
	const { server } = await startNokori();
	const alice = server.person({ name: 'Alice' });
	await alice.sends('/start');
	await alice.tapsData('/check-data/a-carrier-of-last-year/');
	expect(alice.screen.text).toContain('Which carrier?');
	await alice.tapsData('/check-data/povo/some/where/');
	expect(alice.screen.text).toContain('povo2.0 · Data left');
	await alice.tapsData('/no-such-procedure/povo/');
	expect(alice.screen.text).toContain('help with SIMs in Japan');
});

test('callback data that is no path opens the menu and says that the button is old', async () => {
	const { server } = await startNokori();
	const alice = server.person({ name: 'Alice' });
	await alice.sends('/balance povo');
	await alice.tapsData('v1:balance');
	expect(alice.screen.text).toContain('help with SIMs in Japan');
	expect(alice.toasts.at(-1)?.text).toContain('old');
});

test('whatever the callback data, the tap is answered and the bot goes on', async () => {
	const { server } = await startNokori();
	const alice = server.person({ name: 'Alice' });
	await alice.sends('/start');
	const data = fc.oneof(
		fc.string({ unit: 'binary', minLength: 1, maxLength: 16 }),
		fc.string({ minLength: 1, maxLength: 60 }).map((path) => `/${path}`),
		fc.constantFrom('/', '//', '/../', '/lang/xx', '/lang/../', '/check-data/povo', '/check-data/povo/9/', '\u0000'),
	);
	await fc.assert(
		fc.asyncProperty(data, async (bytes) => {
			await alice.tapsData(bytes);
			expect(server.world.unansweredTaps()).toEqual([]);
		}),
		{ numRuns: 150 },
	);
	expect(server.world.violations).toEqual([]);
	await alice.sends('/balance povo');
	expect(alice.screen.text).toContain('povo2.0');
});

test('a tap on a message that was deleted brings a new one', async () => {
	const { server } = await startNokori();
	const alice = server.person({ name: 'Alice' });
	await alice.sends('/start');
	server.faults.next({
		method: 'editMessageText',
		errorCode: 400,
		description: 'Bad Request: message to edit not found',
		times: 1,
	});
	await alice.taps('Data and money');
	expect(alice.messages.filter(({ fromBot }) => fromBot)).toHaveLength(2);
	expect(alice.screen.text).toContain('Data and money');
	expect(server.world.unansweredTaps()).toEqual([]);
});

test('a query that is too old is let go without a word', async () => {
	const { server } = await startNokori();
	const alice = server.person({ name: 'Alice' });
	await alice.sends('/start');
	server.faults.next({
		method: 'answerCallbackQuery',
		errorCode: 400,
		description: 'Bad Request: query is too old and response timeout expired or query ID is invalid',
		times: 1,
	});
	await alice.taps('Data and money');
	expect(alice.messages.filter(({ fromBot }) => fromBot)).toHaveLength(1);
	expect(alice.screen.text).toContain('Data and money');
});

test('an error is told in the person’s language with a reference, and logged without token or text', async () => {
	const { lines, sink } = recordLines();
	const secret = '4200001:a-token-for-tests-0123456789abcdef';
	const log = pino({ serializers: { err: (error) => describeError(error) } }, sink);
	const { server } = await startNokori({ log });
	const yuki = server.person({ name: 'Yuki', language: 'ja' });
	await yuki.sends('/start');
	server.faults.next({ method: 'editMessageText', errorCode: 400, description: 'Bad Request: surprise', times: 1 });
	await yuki.taps('データと料金');
	const reference = /照会番号 (\w+)/.exec(yuki.toasts.at(-1)?.text ?? '')?.[1];
	expect(yuki.toasts.at(-1)).toMatchObject({ alert: true });
	server.faults.next({ method: 'sendMessage', errorCode: 400, description: 'Bad Request: surprise', times: 1 });
	await yuki.sends('/balance povo my secret words');
	expect(yuki.screen.text).toContain('エラーが発生しました');

	const written = lines.join('');
	expect(written).toContain(`"reference":"${reference}"`);
	expect(written).toContain('surprise');
	expect(written).not.toContain(secret);
	expect(written).not.toContain('secret words');
	expect(written).not.toContain('povo2.0');
});

test('somebody who blocked the bot is no error', async () => {
	const { lines, sink } = recordLines();
	const { server } = await startNokori({ log: pino(sink) });
	const alice = server.person({ name: 'Alice' });
	server.faults.next({
		method: 'sendMessage',
		errorCode: 403,
		description: 'Forbidden: bot was blocked by the user',
		times: 1,
	});
	await alice.sends('/start');
	expect(lines.join('')).not.toContain('"level":50');
});
