import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createHandleOnce } from '../../src/bot/handle-once.ts';
import { createDeps, startNokori } from '../support/nokori.ts';

const RUNS = 1500;

const anything = fc.oneof(
	fc.anything({ maxDepth: 1 }),
	fc.constantFrom(0, -1, 1.5, 2 ** 53, 2 ** 63, Number.NaN, true, null, undefined, '', '5', [], {}, 5_000_000_001),
);
const sometimes = <T>(right: fc.Arbitrary<T>) =>
	fc.oneof({ weight: 4, arbitrary: right }, { weight: 1, arbitrary: anything });
const id = sometimes(fc.constantFrom(7, 8, -100, -1_002_000_000_001));
const user = sometimes(
	fc.record({ id, is_bot: sometimes(fc.boolean()), first_name: sometimes(fc.string()) }, { requiredKeys: [] }),
);
const chat = sometimes(
	fc.record(
		{ id, type: sometimes(fc.constantFrom('private', 'group', 'supergroup', 'channel')) },
		{ requiredKeys: [] },
	),
);
const text = sometimes(
	fc.constantFrom('/balance povo', '@nokori_bot linemo', '/remind povo 2026-12-31', '/mycard ahamo', 'x'),
);
const entities = sometimes(
	fc.array(
		sometimes(fc.record({ type: fc.constantFrom('bot_command', 'mention'), offset: anything, length: anything })),
		{ maxLength: 2 },
	),
);
const message = sometimes(
	fc.record(
		{
			...{ message_id: id, date: sometimes(fc.nat()), chat, from: user, text, caption: text, entities },
			...{ reply_to_message: sometimes(fc.record({ message_id: id, date: id, chat, from: user, text })) },
			...{ media_group_id: anything, sender_chat: fc.option(chat), quote: anything, migrate_to_chat_id: anything },
		},
		{ requiredKeys: ['chat'] },
	),
);
const data = sometimes(
	fc.constantFrom('/', '/check-data/povo/', '/remind/povo/2026-12-31/yes', '/settings/short', '/privacy/delete'),
);
const query = sometimes(fc.record({ id: sometimes(fc.string()), from: user, data, message, chat_instance: anything }));
const update = fc.record(
	{
		update_id: fc.nat(),
		...{ message, edited_message: message, guest_message: message, callback_query: query },
		...{
			inline_query: sometimes(fc.record({ id: sometimes(fc.string()), from: user, query: text, offset: anything })),
		},
		...{
			my_chat_member: sometimes(
				fc.record({ chat, from: user, date: id, old_chat_member: anything, new_chat_member: anything }),
			),
		},
		something_new: anything,
	},
	{ requiredKeys: ['update_id'] },
);

test('whatever an update holds, nothing is thrown, and people are answered', async () => {
	const deps = createDeps();
	const { server, bot } = await startNokori(deps, { floodLimits: false });
	const handleOnce = createHandleOnce(bot, deps, { isShared: false });
	let next = 1;
	await fc.assert(
		fc.asyncProperty(update, async (made) => {
			next += 1;
			await expect(handleOnce({ ...made, update_id: next } as never)).resolves.toBe('done');
		}),
		{ numRuns: RUNS },
	);
	const alice = server.person({ name: 'Alice', language: 'en' });
	await alice.sends('/balance povo');
	expect(alice.screen.text).toContain('povo2.0');
});
