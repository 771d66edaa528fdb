import { expect, test } from 'vitest';
import type { Open } from './store.ts';

/** Nearly the largest that Telegram gives; more than 32 bits. */
const PERSON = 2 ** 52 - 1;
const GROUP = -1_002_000_000_001;

const NO_GROUP_SETTINGS = { short: true, greeting: true, deleteAfter: 0 };

export function describeSettings(open: Open): void {
	test('who never chose anything has the defaults', async () => {
		const { store } = await open();
		expect(await store.readPerson(PERSON)).toEqual({});
		expect(await store.readGroup(GROUP)).toEqual(NO_GROUP_SETTINGS);
	});

	test('a change leaves the other settings, and undefined takes one back', async () => {
		const { store } = await open();
		await store.changePerson(PERSON, { locale: 'ja', rich: false, timeZone: 'Asia/Tokyo' });
		await store.changePerson(PERSON, { rich: true });
		expect(await store.readPerson(PERSON)).toEqual({ locale: 'ja', rich: true, timeZone: 'Asia/Tokyo' });
		await store.changePerson(PERSON, { locale: undefined, timeZone: undefined });
		expect(await store.readPerson(PERSON)).toEqual({ rich: true });
		expect(await store.readPerson(PERSON - 1)).toEqual({});
	});

	test('settings are there after a restart, with every letter of a nickname', async () => {
		const { store, reopen } = await open();
		const cards = [
			{ carrier: 'povo', form: 'esim' as const, nickname: '妈妈’s "phone" 📱\n\u0000;--', date: '2026-12-31' },
		];
		await store.changePerson(PERSON, { cards });
		await store.changeGroup(GROUP, { carrier: 'povo', greeting: false, deleteAfter: 60 });
		await store.close();
		const next = await reopen();
		expect(await next.readPerson(PERSON)).toEqual({ cards });
		expect(await next.readGroup(GROUP)).toEqual({
			...NO_GROUP_SETTINGS,
			carrier: 'povo',
			greeting: false,
			deleteAfter: 60,
		});
	});

	test('two processes that change different settings at once lose none', async () => {
		const { store, reopen } = await open();
		const other = await reopen();
		await Promise.all([
			store.changePerson(PERSON, { locale: 'ja' }),
			other.changePerson(PERSON, { rich: true }),
			store.changeGroup(GROUP, { short: true }),
			other.changeGroup(GROUP, { locale: 'en' }),
		]);
		expect(await other.readPerson(PERSON)).toEqual({ locale: 'ja', rich: true });
		expect(await store.readGroup(GROUP)).toEqual({ ...NO_GROUP_SETTINGS, short: true, locale: 'en' });
	});

	test('a group that gets a new id takes its settings along', async () => {
		const { store } = await open();
		await store.changeGroup(-5, { locale: 'ja', short: true });
		await store.moveGroup(-5, GROUP);
		expect(await store.readGroup(GROUP)).toEqual({ ...NO_GROUP_SETTINGS, locale: 'ja', short: true });
		expect(await store.readGroup(-5)).toEqual(NO_GROUP_SETTINGS);
	});

	test('what the new group already has stays when the old one moves, also twice', async () => {
		const { store } = await open();
		await store.changeGroup(-5, { locale: 'ja' });
		await store.changeGroup(GROUP, { carrier: 'povo' });
		await store.moveGroup(-5, GROUP);
		await store.moveGroup(-5, GROUP);
		expect(await store.readGroup(GROUP)).toEqual({ ...NO_GROUP_SETTINGS, carrier: 'povo' });
	});

	test('a group without settings can move', async () => {
		const { store } = await open();
		await store.moveGroup(-5, GROUP);
		expect(await store.readGroup(GROUP)).toEqual(NO_GROUP_SETTINGS);
	});

	test('closing twice is right, and what is asked afterwards fails', async () => {
		const { store } = await open();
		await store.close();
		await store.close();
		await expect(store.readPerson(PERSON)).rejects.toMatchObject({ name: 'StoreError' });
		await expect(store.changePerson(PERSON, { rich: true })).rejects.toMatchObject({ name: 'StoreError' });
	});
}
