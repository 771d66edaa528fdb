import { describe, expect, test } from 'vitest';
import { NO_CARRIER, ruleOf } from '../../src/reminders/plan.ts';
import { content, createDeps, startNokori } from '../support/nokori.ts';

const NOW = Date.UTC(2026, 10, 29, 3);
const TODAY = '2026-11-29';
const { catalogue } = content();

/** Every card whose rule is known, and one that has none. */
const CARDS = [...catalogue.carriers.filter(({ id }) => ruleOf(catalogue, id)).map(({ id }) => id), 'ahamo'];

const WORDS = {
	en: { past: '10 October', ahead: '20 January', remind: (name: string) => `remind me to check ${name} on 20 January` },
	ja: { past: '10月10日', ahead: '1月20日', remind: (name: string) => `1月20日に${name}の確認をリマインドして` },
	'zh-hans': { past: '10月10日', ahead: '1月20日', remind: (name: string) => `1月20日提醒我看一下${name}` },
	'zh-hant': { past: '10月10日', ahead: '1月20日', remind: (name: string) => `1月20日提醒我看一下${name}` },
} as const;

/** Somebody for each card, all of whom have povo or LINEMO saved, so that a wrong card would be at hand. */
async function openChats(language: string) {
	const deps = createDeps({ now: () => NOW, today: () => TODAY });
	const start = async (firstId = 0) => {
		const { server } = await startNokori(deps, { now: () => NOW, floodLimits: false, firstId });
		return CARDS.map((card) => ({ card, person: server.person({ name: card, language }) }));
	};
	const people = await start();
	for (const { card, person } of people) {
		await person.sends(`/mycard ${card === 'povo' ? 'linemo' : 'povo'}`);
	}
	return { people, restart: () => start(1000) };
}

type Chat = Awaited<ReturnType<typeof openChats>>['people'][number];

function expectCard({ card, person }: Chat, language: string, day: string): void {
	const locale = content().i18n.negotiate(language) ?? 'en';
	const [title = ''] = person.screen.text.split('\n');
	expect(title).toContain(catalogue.nameOf(card, locale));
	const yes = person.screen.buttons.flat().find(({ value }) => value.endsWith('/yes'))?.value;
	// Where it is too late already, the day itself tells.
	expect(yes ?? `/remind/${card}/${day}/`).toContain(`/remind/${card}/${day}/`);
	expect(person.screen.text).toContain(day.slice(0, 4));
}

/** The day that "10 October" is, asked about this card: behind a payment, ahead of a plan's end. */
function dayAsked(card: string): string {
	const from = ruleOf(catalogue, card)?.deadline.from;
	return from === 'last-top-up' || from === 'activation' || from === 'last-paid-topping-end'
		? '2026-10-10'
		: '2027-10-10';
}

describe.each(Object.entries(WORDS))(
	'%s: the card and the rule that were asked for are those that are confirmed',
	(language, words) => {
		test('by a button of the answer, then a bare day', async () => {
			const { people } = await openChats(language);
			for (const chat of people) {
				await chat.person.tapsData(`/remind/${chat.card}/`);
				await chat.person.sends(words.past);
				expectCard(chat, language, dayAsked(chat.card));
			}
		});

		test('by the command with its card, then a bare day after a restart', async () => {
			const { people, restart } = await openChats(language);
			for (const { card, person } of people) {
				await person.sends(`/remind ${card}`);
			}
			for (const chat of await restart()) {
				await chat.person.sends(words.past);
				expectCard(chat, language, dayAsked(chat.card));
			}
		});

		test('by the command with card and day', async () => {
			const { people } = await openChats(language);
			for (const chat of people) {
				await chat.person.sends(`/remind ${chat.card} ${words.ahead}`);
				expectCard(chat, language, '2027-01-20');
			}
		});

		test('in plain words', async () => {
			const { people } = await openChats(language);
			for (const chat of people) {
				await chat.person.sends(words.remind(catalogue.nameOf(chat.card, 'en')));
				expectCard(chat, language, '2027-01-20');
			}
		});
	},
);

test('no card has the name of a day without one', () => {
	expect(catalogue.carrier(NO_CARRIER)).toBeUndefined();
});
