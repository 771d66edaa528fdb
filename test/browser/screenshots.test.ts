import { mkdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../support/nokori.ts';
import { answer, box, inBrowser, isChromiumMissing, sees, sends, type Tab } from './support.ts';

/** `npm run screenshots` writes those of the README; any other run only tries whether they can be taken. */
const IMAGES = resolve(import.meta.dirname, '../../docs/images');
const KEEPS = process.env['npm_lifecycle_event'] === 'screenshots';
const LIMIT_BYTES = 150_000;

const DESKTOP = { viewport: { width: 1100, height: 640 } };
const PHONE = { viewport: { width: 360, height: 700 }, deviceScaleFactor: 1.25 };

describe.skipIf(isChromiumMissing())('screenshots', () => {
	const { open } = inBrowser();

	async function shoot(tab: Tab, name: string): Promise<void> {
		const folder = KEEPS ? IMAGES : temporaryFolder();
		mkdirSync(folder, { recursive: true });
		const path = join(folder, name);
		await box(tab).blur();
		await tab.screenshot({ path, animations: 'disabled' });
		expect(statSync(path).size).toBeLessThan(LIMIT_BYTES);
	}

	test('of a chat on a desktop', async () => {
		const tab = await open({ ...DESKTOP, person: 'alice' });
		await sends(tab, '/keep povo');
		await sees(answer(tab, 'Keep the number'));
		await shoot(tab, 'chat-desktop.png');
	});

	test('of a chat on a phone', async () => {
		const tab = await open({ ...PHONE, person: 'chen' });
		await sends(tab, 'povo快到期了咋办');
		await sees(answer(tab, 'povo2.0'));
		await shoot(tab, 'chat-phone.png');
	});

	test.each([
		['vi', 'minh', 'povo con bao nhieu data', 'povo2.0'],
		['ko', 'jiu', '소프트뱅크해지하고싶어요', '소프트뱅크'],
	])('of a chat on a phone, in %s', async (language, person, question, carrier) => {
		const tab = await open({ ...PHONE, person });
		await sends(tab, question);
		await sees(answer(tab, carrier));
		await shoot(tab, `chat-${language}.png`);
	});

	test('of a group, where another member looks at something else for themselves', async () => {
		const alice = await open({ person: 'alice', chat: 'group:osaka' });
		const aoi = await open({ viewport: { width: 1100, height: 1000 }, person: 'aoi', chat: 'group:osaka' });
		await sends(alice, '@nokori_bot top up');
		await answer(aoi, 'Which carrier').getByRole('button', { name: 'Other carriers' }).click();
		await sees(aoi.getByText('Only you see this'));
		await aoi.getByRole('button', { name: 'Dismiss' }).click();
		await shoot(aoi, 'group-ephemeral.png');
	});

	test('of the dark page, with what is under the hood', async () => {
		const tab = await open({ viewport: { width: 1100, height: 560 }, person: 'mei', colorScheme: 'dark' });
		await sends(tab, '樂天怎麼查餘額');
		await sees(answer(tab, '樂天'));
		await tab.getByRole('button', { name: 'Under the hood' }).click();
		await shoot(tab, 'dark.png');
	});
});
