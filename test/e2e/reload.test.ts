import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createCompose } from '../../src/answer/compose.ts';
import { createHandleOnce } from '../../src/bot/handle-once.ts';
import { startPolling } from '../../src/bot/polling/index.ts';
import { createReloadableBot } from '../../src/bot/reloadable-bot.ts';
import { createBotApiServer } from '../../src/bot-api-server/index.ts';
import { createCatalogue } from '../../src/catalogue/catalogue.ts';
import { loadKnowledge } from '../../src/catalogue/load.ts';
import { KNOWLEDGE_FOLDER } from '../../src/content.ts';
import { content, createDeps, temporaryFolder } from '../support/nokori.ts';

/** A bot over a copy of the knowledge, which the test edits. */
async function openChat() {
	const folder = join(temporaryFolder(), 'knowledge');
	cpSync(KNOWLEDGE_FOLDER, folder, { recursive: true });
	const readContent = () => {
		const catalogue = createCatalogue(loadKnowledge(folder));
		return { ...content(), catalogue, compose: createCompose(catalogue) };
	};
	const server = await createBotApiServer();
	const connection = { token: server.token, apiRoot: server.url };
	const deps = createDeps();
	const bot = createReloadableBot(deps, { connection, readContent });
	bot.introduce(await bot.api.getMe());
	const handleOnce = createHandleOnce(bot, deps, { isShared: false });
	const polling = startPolling(bot.api, handleOnce, { ...deps, graceMs: 1000 });
	onTestFinished(async () => {
		await polling.stop();
		await server.close();
	});
	const file = join(folder, 'carriers/povo/keep-number.yaml');
	const edit = (from: string, to: string) => writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
	return { bot, edit, alice: server.person({ name: 'Alice', language: 'en' }) };
}

test('an edited file is answered from after reading the knowledge again', async () => {
	const { alice, bot, edit } = await openChat();
	await alice.sends('/keep povo');
	edit('Buy one paid topping at least', 'Buy one paid topping not later than');
	expect(bot.reload()).toBeUndefined();
	await alice.sends('/keep povo');
	expect(alice.screen.text).toContain('Buy one paid topping not later than');
	// A button from before the edit works on.
	await alice.taps('Renew', alice.messages[1]);
	expect(alice.screen.text).toContain('povo2.0');
});

test('a broken edit is told, and what was known before is still answered', async () => {
	const { alice, bot, edit } = await openChat();
	edit('gist:', 'gits:');
	expect(bot.reload()).toContain('carriers/povo/keep-number.yaml');
	await alice.sends('/keep povo');
	expect(alice.screen.text).toContain('Buy one paid topping at least');
});

test.each([
	['an asterisk', '*必ず読んでください'],
	['aliases of aliases', '&a [x, &b [*a, *a], *b]'],
	['a tab and a quote that is never closed', '"\n\t- x'],
])('%s in a file is told with file and line, and the bot goes on', async (_name, value) => {
	const { alice, bot, edit } = await openChat();
	edit('gist:', `note: ${value}\ngist:`);
	expect(bot.reload()).toMatch(/carriers\/povo\/keep-number\.yaml › line \d+, column \d+: /);
	await alice.sends('/keep povo');
	expect(alice.screen.text).toContain('Buy one paid topping at least');
});

test('whatever else goes wrong while reading again, the bot goes on', async () => {
	const server = await createBotApiServer();
	onTestFinished(() => server.close());
	const readContent = (): never => {
		throw new TypeError('nobody thought of this');
	};
	const connection = { token: server.token, apiRoot: server.url };
	const bot = createReloadableBot(createDeps(), { connection, readContent });
	expect(bot.reload()).toContain('TypeError: nobody thought of this');
	expect(bot.deps().catalogue).toBe(content().catalogue);
});
