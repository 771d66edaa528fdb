import { Api } from 'grammy';
import { sendNotices } from '../../src/bot/features/reminders/send-notices.ts';
import { createUnsupported } from '../../src/bot/unsupported.ts';
import { createDeps, startNokori } from './nokori.ts';

/** Noon of the 20th of November 2026 in Japan. */
export const REMINDER_NOW = Date.UTC(2026, 10, 20, 3);

/** A bot whose clock the test moves; what is due is delivered when the test says so. */
export async function openReminderChat(language = 'en') {
	const clock = { now: REMINDER_NOW };
	const deps = createDeps({ now: () => clock.now, today: () => new Date(clock.now).toISOString().slice(0, 10) });
	const { server } = await startNokori(deps, { now: () => clock.now });
	const alice = server.person({ name: 'Alice', language });
	const api = new Api(server.token, { apiRoot: server.url });
	const wake = async (): Promise<void> => {
		const due = await deps.store.claimReminders(clock.now, 100);
		await sendNotices(deps, { api, unsupported: createUnsupported() }, due);
	};
	const kept = () => deps.store.listReminders(alice.id);
	return { clock, deps, server, alice, wake, kept };
}

export type ReminderChat = Awaited<ReturnType<typeof openReminderChat>>;
