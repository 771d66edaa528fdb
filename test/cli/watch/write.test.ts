import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { runKnowledge } from '../../../src/cli/knowledge.ts';
import { LINK_CHECK } from '../../../src/cli/links/check-links.ts';
import { keyOf } from '../../../src/cli/watch/claims.ts';
import { raiseSources } from '../../../src/cli/watch/write-sources.ts';
import { createText } from '../../support/knowledge-fixture.ts';
import { createKnowledgeFolder } from '../../support/knowledge-folder.ts';
import { NOW, type PageServer, runWatch, servePages, watchingWith, withSource } from './support.ts';

const SAYS = 're-issue is 4,950 yen';
const AT = '/povo.jp/rule?id=9';
const FILE = 'carriers/povo/keep-number.yaml';
const PREFIX = 'carriers/povo/keep-number';

/** Reads the pages "themselves": every host is on the local server. */
function runLive(folder: string, server: PageServer, ...args: string[]): ReturnType<typeof runKnowledge> {
	const toServer: typeof fetch = (input, init) => {
		const { host, pathname, search } = new URL(String(input));
		return fetch(`${server.url}/${host}${pathname}${search}`, init);
	};
	const all = ['watch', PREFIX, ...args, '--folder', folder];
	return runKnowledge(all, NOW, LINK_CHECK, watchingWith({ fetch: toServer }));
}

const read = (folder: string, file = FILE): string => readFileSync(join(folder, file), 'utf8');

test('only the words behind checked and read change, wherever a source stands and however it is written', () => {
	const wanted = new Set([
		keyOf({ url: 'https://a.jp/', says: 'one: 1' }),
		keyOf({ url: 'https://b.jp/', says: 'two' }),
	]);
	const before = [
		'# A comment above',
		'methods:',
		'  - sources: &all # named',
		'      - {url: "https://a.jp/", official: true, of: unknown, read: copy, checked: 2026-11, says: "one: 1"} # behind',
		"      - { says: two, checked: '2026', read: \"copy\", url: 'https://b.jp/' }",
		'      - url: https://c.jp/',
		'        read: copy',
		'        checked: 2026-10',
		'        says: three',
		'deadline:   {sources: *all}',
		'',
	].join('\r\n');
	const after = before
		.replace('read: copy, checked: 2026-11', 'read: live, checked: 2026-11-29')
		.replace(`checked: '2026', read: "copy"`, `checked: '2026-11-29', read: "live"`);
	expect(raiseSources(before, wanted, { checked: '2026-11-29', read: 'live' })).toBe(after);
});

test('a source that was read live is not made a copy', () => {
	const text = '{url: "https://a.jp/", read: live, checked: 2026-10-02, says: x}\n';
	const wanted = new Set([keyOf({ url: 'https://a.jp/', says: 'x' })]);
	expect(raiseSources(text, wanted, { checked: '2026-11-29', read: 'copy' })).toBe(text);
});

test('where all of a source holds, --write says that it was read live today', async () => {
	const { folder } = createKnowledgeFolder(withSource(SAYS));
	const before = read(folder);
	const server = await servePages({ [AT]: '<p>再発行 4,950円</p>' });
	expect((await runLive(folder, server)).output).not.toContain('written');
	expect(read(folder)).toBe(before);
	const { output, code } = await runLive(folder, server, '--write');
	expect(read(folder)).toBe(
		before.replace('read: copy', 'read: live').replace('checked: 2026-11', 'checked: 2026-11-29'),
	);
	expect({ output, code }).toEqual({
		output: `1 claim: 1 holds, 0 gone, 0 page moved, 0 page gone, 0 refused, 0 nothing to look for\nwritten: ${FILE}\n`,
		code: 0,
	});
});

test('what was read through another server is written as a copy', async () => {
	const { folder } = createKnowledgeFolder(withSource(SAYS));
	const before = read(folder);
	await runWatch(folder, await servePages({ [AT]: '<p>4,950円</p>' }), [PREFIX, '--write']);
	expect(read(folder)).toBe(before.replace('checked: 2026-11', 'checked: 2026-11-29'));
});

test.each([
	['a number that is gone', '<p>5,500円</p>'],
	['a page that scripts draw', '<script src="a.js"></script><div id="root"></div>'],
	['a page that is gone', undefined],
])('%s raises nothing', async (_name, page) => {
	const { folder } = createKnowledgeFolder(withSource(SAYS));
	const before = read(folder);
	await runLive(folder, await servePages(page === undefined ? {} : { [AT]: page }), '--write');
	expect(read(folder)).toBe(before);
});

test('a page that lacks a label of a step is not called read, though its numbers hold', async () => {
	const { folder } = createKnowledgeFolder(
		withSource(SAYS, ({ app }) => {
			app.steps = [createText({ en: 'Open 「購入履歴」.', ja: '「購入履歴」を開きます。' })];
		}),
	);
	const before = read(folder);
	await runLive(folder, await servePages({ [AT]: '<p>4,950円</p><p>「ご注文一覧」を開きます</p>' }), '--write');
	expect(read(folder)).toBe(before);
	expect(parse(read(folder, 'watch.yaml'))).toEqual([
		{
			file: FILE,
			url: 'https://povo.jp/rule?id=9',
			claim: '「購入履歴」を開きます。',
			missing: ['「購入履歴」'],
			nearest: '「ご注文一覧」を開きます',
			since: '2026-11-29',
		},
	]);
});

test('what is gone waits in watch.yaml from its first day on, until it holds again', async () => {
	const { folder } = createKnowledgeFolder(withSource(SAYS));
	const pages: Record<string, string> = { [AT]: '<p>再発行 5,500円</p>' };
	const server = await servePages(pages);
	await runLive(folder, server, '--write', '--today', '2026-12-07');
	const entry = { file: FILE, url: 'https://povo.jp/rule?id=9', claim: SAYS, missing: ['4950 yen'] };
	expect(parse(read(folder, 'watch.yaml'))).toEqual([{ ...entry, nearest: '再発行 5,500円', since: '2026-12-07' }]);
	expect((await runKnowledge(['check', '--folder', folder], new Date('2026-12-08'))).code).toBe(0);

	pages[AT] = '<p>再発行 6,000円</p>';
	await runLive(folder, server, '--write', '--today', '2026-12-14');
	expect(parse(read(folder, 'watch.yaml'))).toEqual([{ ...entry, nearest: '再発行 6,000円', since: '2026-12-07' }]);

	delete pages[AT];
	await runLive(folder, server, '--write', '--today', '2026-12-21');
	expect(parse(read(folder, 'watch.yaml'))).toHaveLength(1);

	pages[AT] = '<p>再発行 4,950円</p>';
	await runLive(folder, server, '--write', '--today', '2026-12-28');
	expect(existsSync(join(folder, 'watch.yaml'))).toBe(false);
});

test('an entry of another file stays, one whose claim was corrected goes', async () => {
	const { folder } = createKnowledgeFolder(withSource(SAYS));
	const other = { url: 'https://docomo.ne.jp/', claim: 'x', missing: ['1 yen'], since: '2026-11-02' };
	const entries = [
		{ file: 'carriers/docomo/carrier.yaml', ...other },
		{ file: FILE, ...other },
	];
	writeFileSync(join(folder, 'watch.yaml'), JSON.stringify(entries));
	await runLive(folder, await servePages({ [AT]: '<p>4,950円</p>' }), '--write');
	expect(parse(read(folder, 'watch.yaml'))).toEqual([entries[0]]);
});

test('an issue for each carrier names file, claim, old and new sentence, and foreign text is only text', async () => {
	const { folder } = createKnowledgeFolder(withSource(SAYS));
	const server = await servePages({ [AT]: '<p>再発行 5,500円 @everyone [x](https://evil.example/) &lt;b&gt;</p>' });
	const { output, code } = await runLive(folder, server, '--json');
	const { issues } = JSON.parse(output) as { issues: { carrier: string; title: string; body: string }[] };
	expect(code).toBe(1);
	expect(issues).toMatchObject([{ carrier: 'povo', title: 'Pages have changed: povo2.0' }]);
	expect(issues[0]?.body).toContain(`- **gone** in \`knowledge/${FILE}\` › \`methods[0].sources[0]\`
  - Page: <https://povo.jp/rule?id=9>
  - We say: re-issue is 4,950 yen
  - Not there any more: 4950 yen
  - The page says now: 再発行 5,500円 @\u200beveryone \\[x\\](https://evil.example/) \\<b\\>`);
});
