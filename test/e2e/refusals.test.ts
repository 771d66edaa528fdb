import pino from 'pino';
import { describe, expect, test } from 'vitest';
import { sendNotices } from '../../src/bot/features/reminders/send-notices.ts';
import { createUnsupported } from '../../src/bot/unsupported.ts';
import { createDeps, startNokori } from '../support/nokori.ts';

const CANNOT_WRITE = [
	[400, 'Bad Request: CHAT_SEND_PLAIN_FORBIDDEN'],
	[400, 'Bad Request: CHAT_WRITE_FORBIDDEN'],
	[400, 'Bad Request: CHAT_ADMIN_REQUIRED'],
	[400, 'Bad Request: PEER_ID_INVALID'],
	[400, 'Bad Request: PRIVACY_PREMIUM_REQUIRED'],
	[400, 'Bad Request: need administrator rights in the channel chat'],
	[400, 'Bad Request: not enough rights to send text messages to the chat'],
	[400, 'Bad Request: TOPIC_CLOSED'],
	[400, 'Bad Request: user not found'],
	[400, 'Bad Request: USER_DEACTIVATED'],
	[400, 'Bad Request: group chat was deactivated'],
	[403, 'Forbidden: user is deactivated'],
	[403, 'Forbidden: bot was kicked from the supergroup chat'],
	[403, 'Forbidden: bot was blocked by the user'],
] as const;

describe.each(CANNOT_WRITE)('where Telegram answers %i %s', (errorCode, description) => {
	test('nothing else is sent', async () => {
		const lines: string[] = [];
		const log = pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) });
		const { server } = await startNokori({ log });
		const alice = server.person({ name: 'Alice', language: 'en' });
		const group = server.group({ title: 'Osaka', members: [alice], bot: 'member' });
		server.faults.next({ method: 'sendMessage', errorCode, description });
		await alice.in(group).sends('/balance@nokori_bot povo');
		expect(server.calls.count('sendMessage')).toBe(1);
		expect(lines).toEqual([]);
	});

	test('reminders to such a person end', async () => {
		const deps = createDeps();
		const { server, bot } = await startNokori();
		const reminder = {
			...{ id: 'abcdefgh', personId: 7, carrier: 'povo', locale: 'en', from: '2026-11-21', ends: '2026-11-21' },
			...{ timeZone: 'Asia/Tokyo', due: deps.now() - 1000, tries: 0 },
		};
		await deps.store.saveReminder(reminder);
		server.faults.next({ method: 'sendMessage', errorCode, description });
		await sendNotices(deps, { api: bot.api, unsupported: createUnsupported() }, [reminder]);
		expect(await deps.store.listReminders(7)).toEqual([]);
	});
});

test('a guest’s question that cannot be answered sends nothing elsewhere', async () => {
	const { server } = await startNokori();
	const alice = server.person({ name: 'Alice', language: 'en' });
	const group = server.group({ title: 'Elsewhere', members: [alice] });
	const before = server.calls.mark();
	server.faults.next({ method: 'answerGuestQuery', errorCode: 400, description: 'Bad Request: RESULT_ID_INVALID' });
	await alice.asksGuest(group, 'linemo balance');
	expect(server.calls.since(before).map(({ method }) => method)).toEqual(['answerGuestQuery']);
});

describe('the share button', () => {
	test.each([
		[true, true],
		[false, false],
	])('inline mode %s: %s', async (supports_inline_queries, isThere) => {
		const { server } = await startNokori({}, { bot: { supports_inline_queries } });
		const alice = server.person({ name: 'Alice', language: 'en' });
		await alice.sends('/balance povo');
		await alice.taps('⋯ More');
		const kinds = alice.screen.buttons.flat().map(({ kind }) => kind);
		expect(kinds.some((kind) => kind.startsWith('inline'))).toBe(isThere);
	});
});

describe('who writes as the group', () => {
	test('cannot choose a language of their own, and is told why', async () => {
		const { server } = await startNokori();
		const alice = server.person({ name: 'Alice', language: 'en' });
		const bob = server.person({ name: 'Bob', language: 'en' });
		const group = server.group({ title: 'Osaka', members: [alice, bob], bot: 'member', type: 'supergroup' });
		await alice.in(group).anonymously().sends('/lang@nokori_bot ja');
		expect(alice.in(group).screen.text).toContain('Telegram does not tell me who you are');
		await alice.in(group).anonymously().sends('/balance@nokori_bot linemo');
		expect(alice.in(group).screen.text).toContain('LINEMO · Data left');
		await bob.in(group).asChannel('SIM news').sends('/lang@nokori_bot zh-Hans');
		expect(bob.in(group).screen.text).toContain('Telegram does not tell me who you are');
	});

	test('opens the settings; who taps there and is no administrator is told what Telegram shows', async () => {
		const { server } = await startNokori();
		const alice = server.person({ name: 'Alice', language: 'en' });
		const bob = server.person({ name: 'Bob', language: 'ja' });
		const group = server.group({ title: 'Osaka', members: [alice, bob], bot: 'member', type: 'supergroup' });
		await alice.in(group).anonymously().sends('/settings@nokori_bot');
		await bob.in(group).tapsData('/settings/short', bob.in(group).screen);
		expect(bob.toasts.at(-1)).toMatchObject({ alert: true, text: expect.stringContaining('匿名') });
		// The tap carries the person's own name, who may change them.
		await alice.in(group).tapsData('/settings/short', alice.in(group).screen);
		expect(alice.in(group).screen.text).toContain('Answers: short');
	});
});
