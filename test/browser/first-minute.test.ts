import { describe, expect, test } from 'vitest';
import {
	answer,
	box,
	expectAccessible,
	inBrowser,
	isChromiumMissing,
	PHONE,
	sees,
	sends,
	type Tab,
} from './support.ts';

const DESKTOP = { viewport: { width: 1280, height: 860 } };
const LOOKS = [
	['on a phone', { ...PHONE, colorScheme: 'light' } as const],
	['on a dark phone', { ...PHONE, colorScheme: 'dark' } as const],
	['on a desktop', DESKTOP],
] as const;

describe.skipIf(isChromiumMissing())('the first minute in the browser', () => {
	const { open } = inBrowser();

	async function chooses(tab: Tab, opener: string, choice: string | RegExp): Promise<void> {
		await tab.getByRole('button', { name: opener, exact: true }).click();
		await tab.getByRole('dialog').getByRole('button', { name: choice }).click();
	}

	test.each(LOOKS)('%s it says who one is, and lets one be somebody else', async (_name, look) => {
		const tab = await open({ ...look, person: 'alice' });
		await sees(tab.getByText('You are Alice'));
		await tab.getByRole('button', { name: 'Change who you are' }).click();
		await sees(tab.getByRole('dialog', { name: 'Who do you want to be?' }));
		await expectAccessible(tab);
		await tab.getByRole('dialog').getByRole('button', { name: '美玲 Mei' }).click();
		await sees(tab.getByText('You are 美玲 Mei'));
		expect(await tab.getByRole('dialog').count()).toBe(0);
	});

	test('an example of another language says whom it made one, and the way back', async () => {
		const tab = await open({ ...PHONE, person: 'alice', chat: 'group:osaka' });
		await chooses(tab, 'Examples', /as 葵 Aoi/);
		await sees(tab.getByText('You are now 葵 Aoi.'));
		await sees(answer(tab, '残'));
		await chooses(tab, 'Examples', /as 美玲 Mei/);
		await sees(tab.getByText('You are now 美玲 Mei.'));
		await expectAccessible(tab);
		await tab.getByRole('button', { name: 'Back to Alice' }).click();
		await sees(tab.getByText('You are Alice'));
		await sees(tab.getByRole('heading', { name: 'Osaka SIM talk' }));
		expect(await tab.getByText('You are now').count()).toBe(0);
	});

	test('an example of the own language switches nobody, and who wants to stay stays', async () => {
		const tab = await open({ person: 'alice' });
		await chooses(tab, 'Examples', /as you/);
		await sees(answer(tab, 'Data left'));
		expect(await tab.getByText('You are now').count()).toBe(0);
		await chooses(tab, 'Examples', /as 小陈 Chen/);
		await tab.getByRole('button', { name: 'Stay' }).click();
		expect(await tab.getByText('You are now').count()).toBe(0);
		await sees(tab.getByText('You are 小陈 Chen'));
	});

	test.each(LOOKS)('%s every sign has a word beside it', async (name, look) => {
		const tab = await open({ ...look, person: 'mei' });
		await sends(tab, '/balance');
		await sees(answer(tab, /./));
		await sees(tab.getByText('Under the hood', { exact: true }));
		await sees(answer(tab, /./).getByRole('button', { name: 'Reply to Nokori' }).getByText('Reply'));
		await sees(tab.getByRole('button').filter({ hasText: /Examples$/ }));
		const widths = "[...document.querySelectorAll('.top .word')].map((word) => word.getBoundingClientRect().width)";
		const shown = (await tab.evaluate<number[]>(widths)).filter((width) => width > 20);
		expect(shown).toHaveLength(name === 'on a desktop' ? 1 : 2);
	});

	test('a photo is sent with its caption, and the words below it are answered', async () => {
		const tab = await open({ ...PHONE, person: 'alice' });
		await chooses(tab, 'Attach', /^Sample photo/);
		await sees(tab.getByText('add a caption'));
		await expectAccessible(tab);
		await box(tab).fill('how do I keep my povo number?');
		await tab.getByRole('button', { name: 'Send' }).click();
		await sees(answer(tab, 'Keep the number'));
		const sent = tab.getByRole('article', { name: /^You/ }).last();
		expect(await sent.textContent()).toContain('how do I keep my povo number?');
		const picture = sent.getByRole('img', { name: 'Photo' });
		expect(await picture.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth)).toBe(320);
		expect(await tab.getByText('add a caption').count()).toBe(0);
		expect(tab.problems).toEqual([]);
	});

	test('a picture of the person is made small, and another file is refused in words', async () => {
		const tab = await open({ person: 'alice' });
		const png = Buffer.from(await tab.evaluate<string>(LARGE_PNG), 'base64');
		const picker = tab.locator('input[type=file]');
		await picker.setInputFiles({ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('no picture') });
		await sees(tab.getByRole('status').getByText('This file is no picture that the browser can read.'));
		await picker.setInputFiles({ name: 'large.png', mimeType: 'image/png', buffer: png });
		await sees(tab.getByText('add a caption'));
		await tab.getByRole('button', { name: 'Send' }).click();
		const picture = tab.getByRole('article', { name: /^You/ }).last().getByRole('img', { name: 'Photo' });
		await sees(picture);
		expect(await picture.getAttribute('width')).toBe('480');
		expect(await picture.getAttribute('height')).toBe('240');
	});

	test('a photo that was attached can be removed', async () => {
		const tab = await open({ person: 'alice' });
		await chooses(tab, 'Attach', /^Sample photo/);
		await tab.getByRole('button', { name: 'Remove the photo' }).click();
		expect(await tab.getByText('add a caption').count()).toBe(0);
		expect(await tab.getByRole('button', { name: 'Send' }).isDisabled()).toBe(true);
	});

	test.each([
		['Sticker', (tab: Tab) => tab.getByRole('img', { name: '👍 Sticker' })],
		['Voice message', (tab: Tab) => tab.getByText('Voice message, 3 s')],
		['Place', (tab: Tab) => tab.getByText('Place 35, 135')],
	])('a %s is sent, and the bot says something', async (name, shown) => {
		const tab = await open({ ...PHONE, person: 'aoi' });
		const before = await tab.getByRole('article', { name: /^Nokori/ }).count();
		await chooses(tab, 'Attach', new RegExp(`^${name}`));
		await sees(shown(tab).last());
		await expect.poll(() => tab.getByRole('article', { name: /^Nokori/ }).count()).toBe(before + 1);
		await expectAccessible(tab);
	});

	test.each(LOOKS)('%s a label that is too long is cut on its line, and can be read whole', async (_name, look) => {
		const tab = await open({ ...look, person: 'alice', chat: 'private:alice' });
		await showState(tab, (state) => ({ ...state, messages: [longLabels(state)] }));
		const [short, long] = [tab.getByTitle('Menu', { exact: true }), tab.getByTitle(LONG_LABEL)];
		await sees(long);
		expect(await long.textContent()).toBe(LONG_LABEL);
		expect((await long.boundingBox())?.height).toBe((await short.boundingBox())?.height);
		const label = long.locator('span').first();
		expect(await label.evaluate(isCut)).toBe(true);
		expect(await short.locator('span').first().evaluate(isCut)).toBe(false);
		expect(await tab.evaluate('document.documentElement.scrollWidth === document.documentElement.clientWidth')).toBe(
			true,
		);
	});

	test('a long answer is shown from its start, or from its end as clients do, also after a reload', async () => {
		const tab = await open({ ...PHONE, person: 'chen' });
		await sends(tab, '/keep povo');
		await sees(answer(tab, 'povo2.0'));
		const isAtEnd = async (): Promise<boolean> =>
			tab.getByRole('log').evaluate((log) => {
				const { scrollHeight, scrollTop, clientHeight } = log as unknown as Record<string, number>;
				return (scrollHeight ?? 0) - (scrollTop ?? 0) - (clientHeight ?? 0) < 2;
			});
		await expect.poll(isAtEnd).toBe(false);
		await tab.getByRole('button', { name: 'Chats' }).click();
		await tab.getByRole('radio', { name: 'end' }).check();
		await tab.keyboard.press('Escape');
		await sends(tab, '/keep ahamo');
		await sees(answer(tab, 'ahamo'));
		await expect.poll(isAtEnd).toBe(true);
		await tab.reload();
		await sees(answer(tab, 'ahamo'));
		await expect.poll(isAtEnd).toBe(true);
		await tab.getByRole('button', { name: 'Chats' }).click();
		expect(await tab.getByRole('radio', { name: 'end' }).isChecked()).toBe(true);
	});

	test('a refused call says why without being opened', async () => {
		const tab = await open(DESKTOP);
		const call = (id: number, error: string) => ({
			id,
			method: 'editMessageText',
			milliseconds: 1,
			params: {},
			at: id,
			error,
		});
		const calls = [call(1, 'Bad Request: message is not modified: it is the same'), call(2, 'Bad Request: no rights')];
		await showState(tab, (state) => ({ ...state, calls, updates: [] }));
		await tab.getByRole('button', { name: 'Under the hood' }).click();
		await sees(tab.getByText('Refused: no rights'));
		await sees(tab.getByText('Nothing to change: the message looks like this already.'));
		expect(await tab.locator('details[open]').count()).toBe(0);
		expect(await tab.locator('.entry.failed').count()).toBe(1);
		await expectAccessible(tab);
	});
});

type State = { messages: object[]; chats: { id: string }[] };

/** Loads the page anew with a state that is hard to come by, in the form of protocol.ts. */
async function showState(tab: Tab, change: (state: State) => object): Promise<void> {
	await tab.route('**/page/api/events', async (route) => {
		const response = await route.fetch({ url: route.request().url().replace('events', 'state') });
		const data = JSON.stringify(change(await response.json()));
		await route.fulfill({ contentType: 'text/event-stream', body: `event: state\ndata: ${data}\n\n` });
	});
	await tab.reload();
}

const LONG_LABEL = 'Download the calendar file for all of your reminders and cards at once, now';

/** A message with a short and a long label in one row. */
function longLabels({ messages, chats }: State): object {
	const button = (text: string) => ({ text, kind: 'callback', value: '/' });
	return {
		...messages[0],
		...{ id: 1, order: 1, at: 0, chat: chats[0]?.id, from: 'Nokori', fromBot: true, text: 'Labels', entities: [] },
		...{ buttons: [[button('Menu'), button(LONG_LABEL)]], richRows: 0, edited: false },
	};
}

/** Runs on the page. */
const isCut = (element: unknown): boolean => {
	const { scrollWidth, clientWidth } = element as { scrollWidth: number; clientWidth: number };
	return scrollWidth > clientWidth;
};

/** Runs on the page: a picture of 2000 by 1000. */
const LARGE_PNG = `(() => {
	const canvas = Object.assign(document.createElement('canvas'), { width: 2000, height: 1000 });
	canvas.getContext('2d').fillRect(0, 0, 1000, 500);
	return canvas.toDataURL('image/png').split(',')[1];
})()`;
