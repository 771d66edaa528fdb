import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { StoreError } from '../../src/errors.ts';
import { openLibsqlStore } from '../../src/storage/libsql/index.ts';
import { describeStore } from '../contract/store.ts';
import { temporaryFolder } from '../support/nokori.ts';

describeStore('the embedded store', async () => {
	const folder = temporaryFolder();
	const openAgain = async () => {
		const store = openLibsqlStore(folder);
		onTestFinished(() => store.close());
		return store;
	};
	return { store: await openAgain(), reopen: openAgain };
});

test('a language is kept over a restart, the last one chosen', async () => {
	const folder = join(temporaryFolder(), 'made', 'by', 'the bot');
	const first = openLibsqlStore(folder);
	await first.changePerson(5_000_000_001, { locale: 'ja' });
	await first.changePerson(5_000_000_001, { locale: 'zh-Hant' });
	await first.close();
	const second = openLibsqlStore(folder);
	expect(await second.readPerson(5_000_000_001)).toEqual({ locale: 'zh-Hant' });
	expect(await second.readPerson(1)).toEqual({});
	await second.close();
});

test('an update that was in hand for half a minute may be taken again', async () => {
	const store = openLibsqlStore(temporaryFolder());
	onTestFinished(() => store.close());
	expect(await store.claimUpdate(1, 0)).toBe(true);
	expect(await store.claimUpdate(1, 29_999)).toBe(false);
	expect(await store.claimUpdate(1, 30_000)).toBe(true);
	expect(await store.claimUpdate(1, 30_001)).toBe(false);
});

test('a folder below a file is refused with the variable, the value and the remedy', () => {
	const file = join(temporaryFolder(), 'file');
	writeFileSync(file, '');
	const folder = join(file, 'data');
	expect(() => openLibsqlStore(folder)).toThrow(StoreError);
	expect(() => openLibsqlStore(folder)).toThrow(`DATA_DIR is "${folder}"`);
	expect(() => openLibsqlStore(folder)).toThrow('choose a folder');
});
