import { expect, test } from 'vitest';
import type { Deps } from '../../src/bot/deps.ts';
import type { SeenMessage } from '../../src/bot-api-server/index.ts';
import { content, createDeps, startNokori } from '../support/nokori.ts';

async function openChat(language = 'en', overrides: Partial<Deps> = {}) {
	const deps = createDeps(overrides);
	const { server } = await startNokori(deps);
	const alice = server.person({ name: 'Alice', language });
	return { deps, server, alice };
}

function labels({ buttons }: SeenMessage): string[] {
	return buttons.flat().map(({ text }) => text);
}

/** All that a message shows but the one label. */
function besides(label: string, { id, text, entities, buttons }: SeenMessage) {
	return { id, text, entities, buttons: buttons.map((row) => row.filter((button) => button.text !== label)) };
}

test.each([
	['en', 'en', 'povo', 'Saved as your card.', 'Already saved. Send /mycard to see your cards.'],
	['ja', 'ja', 'ahamo', 'マイSIMに登録しました。', '登録済みです。/mycard で一覧を見られます。'],
	['zh-Hans', 'zh-hans', 'softbank-prepaid', '已存为你的卡。', '已经存过了，发 /mycard 可以查看。'],
	['zh-Hant', 'zh-hant', 'rakuten-mobile', '已存為你的卡。', '已經存過了，傳 /mycard 可以查看。'],
	['ko', 'ko', 'mineo', '내 유심으로 저장했어요.', '이미 저장되어 있어요. /mycard 명령어로 내 유심을 볼 수 있어요.'],
	['vi', 'vi', 'linemo', 'Đã lưu làm SIM của bạn.', 'Đã lưu rồi. Gửi /mycard để xem SIM của bạn.'],
])(
	'to save a card leaves the answer as it is, and its button says so: %s',
	async (locale, language, carrier, toast, again) => {
		const { deps, server, alice } = await openChat(language);
		const t = content().i18n.translator(locale);
		await alice.sends(`/balance ${carrier}`);
		await alice.taps(t('button.others'));
		const before = alice.screen;
		const mark = server.calls.mark();
		await alice.taps(t('button.card'));
		expect(alice.toasts.map(({ text }) => text)).toEqual([toast]);
		expect(labels(alice.screen)).toContain(t('button.saved'));
		expect(besides(t('button.saved'), alice.screen)).toEqual(besides(t('button.card'), before));
		expect(await deps.store.readPerson(alice.id)).toEqual({ cards: [{ carrier }] });
		const saved = alice.screen;
		await alice.taps(t('button.saved'));
		expect(alice.toasts.map(({ text }) => text)).toEqual([toast, again]);
		expect(besides('', alice.screen)).toEqual(besides('', saved));
		expect(await deps.store.readPerson(alice.id)).toEqual({ cards: [{ carrier }] });
		const methods = server.calls.since(mark).map(({ method }) => method);
		expect(methods).toEqual(['answerCallbackQuery', 'editMessageReplyMarkup', 'answerCallbackQuery']);
		expect(server.world.violations).toEqual([]);
	},
);

test('a rich message stays one', async () => {
	const { alice } = await openChat('en', { richMessages: true });
	await alice.sends('how do I check my povo data');
	await alice.taps('⋯ More');
	const before = alice.screen;
	expect(before.rich).toBeDefined();
	await alice.taps('Save as my card');
	expect(besides('✓ Saved', alice.screen)).toEqual(besides('Save as my card', before));
	expect(alice.screen.rich).toEqual(before.rich);
});

test('whichever way the answer is opened, its owner sees that the card is saved, and nobody else', async () => {
	const { server, alice, deps } = await openChat();
	const bob = server.person({ name: 'Bob', language: 'en' });
	await deps.store.changePerson(alice.id, { cards: [{ carrier: 'povo' }] });
	const ways = [
		(person: typeof alice) => person.sends('/balance povo'),
		(person: typeof alice) => person.sends('how do I check my povo data'),
		(person: typeof alice) => person.opens('https://t.me/nokori_bot?start=check-data_povo'),
		(person: typeof alice) => person.tapsData('/check-data/povo/'),
		(person: typeof alice) => person.tapsData('/top-up/povo/'),
	];
	for (const open of ways) {
		await open(alice);
		expect(alice.screen.text).toContain('povo2.0');
		await alice.taps('⋯ More');
		expect(labels(alice.screen)).toContain('✓ Saved');
		await open(bob);
		await bob.taps('⋯ More');
		expect(labels(bob.screen)).toContain('Save as my card');
	}
	await alice.sends('/balance');
	await alice.taps('⋯ More');
	expect(labels(alice.screen)).toContain('✓ Saved');
	await alice.sends('/keep ahamo');
	await alice.taps('⋯ More');
	expect(labels(alice.screen)).toContain('Save as my card');
});

test('from the second page of a long answer the way back leads to the first', async () => {
	const { compose } = content();
	const long: Deps['compose'] = (question, today) => {
		const answer = compose(question, today);
		return answer && { ...answer, ways: [{ ...answer.ways[0], steps: ['so '.repeat(1000)] }, ...answer.ways] };
	};
	const { alice } = await openChat('en', { compose: long });
	await alice.sends('/balance linemo');
	await alice.taps('Read more');
	expect(alice.screen.text).toContain('Page 2 of 2');
	await alice.taps('‹ Back');
	expect(alice.screen.text).toContain('Page 1 of 2');
});

test.each([
	['cdjapan-rental', 'renew'],
	['iijmio', 'lost-or-stopped'],
	['sakura-mobile', 'lost-or-stopped'],
])('a card with a form is saved for that form, one without for each: %s', async (carrier, procedure) => {
	const { alice, deps } = await openChat();
	await alice.sends('/start');
	await alice.tapsData(`/${procedure}/${carrier}/esim/more/`);
	await alice.taps('Save as my card');
	expect(await deps.store.readPerson(alice.id)).toEqual({ cards: [{ carrier, form: 'esim' }] });
	await alice.tapsData(`/${procedure}/${carrier}/physical/more/`);
	expect(labels(alice.screen)).toContain('Save as my card');
	// What is the same for both forms is saved with either.
	await alice.tapsData(`/contact-support/${carrier}/more/`);
	expect(labels(alice.screen)).toContain('✓ Saved');
	await deps.store.changePerson(alice.id, { cards: [{ carrier }] });
	for (const form of ['esim', 'physical']) {
		await alice.tapsData(`/${procedure}/${carrier}/${form}/more/`);
		expect(labels(alice.screen)).toContain('✓ Saved');
		await alice.tapsData(`/${procedure}/${carrier}/${form}/more/save`);
	}
	expect(await deps.store.readPerson(alice.id)).toEqual({ cards: [{ carrier }] });
});

test.each([
	['en', 'Save as my card', 'You can save up to 5 cards. Send /mycard to remove one.'],
	['ja', 'マイSIMに登録', '登録できるのは5件までです。/mycard で1件削除してください。'],
	['zh-hant', '存為我的卡', '最多存5張，請先傳 /mycard 刪一張。'],
])('of a sixth card the limit is told, and the answer stays: %s', async (language, button, alert) => {
	const { alice, deps, server } = await openChat(language);
	const cards = ['povo', 'ahamo', 'linemo', 'mineo', 'docomo'].map((carrier) => ({ carrier }));
	await deps.store.changePerson(alice.id, { cards });
	await alice.sends('/balance softbank');
	await alice.tapsData('/check-data/softbank/more/');
	const before = alice.screen;
	await alice.taps(button);
	expect(alice.toasts).toMatchObject([{ text: alert, alert: true }]);
	expect(besides('', alice.screen)).toEqual(besides('', before));
	expect(await deps.store.readPerson(alice.id)).toEqual({ cards });
	expect(server.calls.count('answerCallbackQuery')).toBe(2);
});

test('where the message is gone, or has no such button, the answer comes with the button as it is now', async () => {
	const { alice, server } = await openChat();
	await alice.sends('/balance povo');
	await alice.taps('⋯ More');
	server.faults.next({
		method: 'editMessageReplyMarkup',
		errorCode: 400,
		description: 'Bad Request: message to edit not found',
	});
	await alice.taps('Save as my card');
	expect(alice.screen.text).toContain('povo2.0 · Data left');
	expect(labels(alice.screen)).toContain('✓ Saved');
	await alice.sends('/mycard');
	await alice.tapsData('/top-up/ahamo/more/save');
	expect(alice.screen.text).toContain('ahamo · Top up');
	expect(labels(alice.screen)).toContain('✓ Saved');
	expect(server.world.unansweredTaps()).toEqual([]);
});

test('two taps at once save once, and both are answered', async () => {
	const { alice, deps, server } = await openChat();
	await alice.sends('/balance povo');
	await alice.taps('⋯ More');
	const { screen } = alice;
	await Promise.all([alice.taps('Save as my card', screen), alice.tapsData('/check-data/povo/more/save', screen)]);
	expect(alice.toasts).toHaveLength(2);
	expect(labels(alice.screen)).toContain('✓ Saved');
	expect(await deps.store.readPerson(alice.id)).toEqual({ cards: [{ carrier: 'povo' }] });
	expect(server.world.unansweredTaps()).toEqual([]);
});

test('buttons of old messages still save the card, and lead to the cards', async () => {
	const { alice, deps } = await openChat();
	await alice.sends('/start');
	await alice.tapsData('/mycard/add/povo.esim');
	expect(alice.toasts.at(-1)?.text).toBe('Saved as your card.');
	expect(alice.screen.text).toContain('1. povo2.0 · eSIM');
	await alice.tapsData('/mycard/add/ahamo');
	expect(alice.screen.text).toContain('2. ahamo');
	expect(await deps.store.readPerson(alice.id)).toEqual({
		cards: [{ carrier: 'povo', form: 'esim' }, { carrier: 'ahamo' }],
	});
});

test('in a group no answer has the button, and a forged tap saves nothing', async () => {
	const { server, alice, deps } = await openChat();
	const bob = server.person({ name: 'Bob', language: 'ja' });
	const group = server.group({ title: 'Osaka', members: [alice, bob], bot: 'member' });
	await deps.store.changePerson(alice.id, { cards: [{ carrier: 'povo' }] });
	await alice.in(group).sends('/balance@nokori_bot povo');
	const { screen } = alice.in(group);
	for (const label of ['✓ Saved', 'Save as my card']) {
		expect(labels(screen)).not.toContain(label);
	}
	await bob.in(group).tapsData('/check-data/povo/save', screen);
	expect(bob.in(group).screen.text).toContain('povo2.0 · データ残量');
	expect(labels(bob.in(group).screen)).not.toContain('✓ 登録済み');
	expect(await deps.store.readPerson(bob.id)).toEqual({});
	expect(server.world.unansweredTaps()).toEqual([]);
	expect(server.world.violations).toEqual([]);
});
