import { expect, test } from 'vitest';
import { createKnowledgeFolder } from '../../support/knowledge-folder.ts';
import { answers, runWatch, servePages, watchSource, withSource } from './support.ts';

const SAYS = 're-issue is 4,950 yen';
const AT = '/povo.jp/rule?id=9';
const HOLDING = '<p>再発行 4,950円</p>';

const redirects = (location: string) => answers(302, { location });

test.each([
	['another page of the same host', '/povo.jp/new', 'https://povo.jp/new'],
	['the same, as the page itself says it', '/new', 'https://povo.jp/new'],
	['another official host, in full', 'https://www.docomo.ne.jp/new', 'https://www.docomo.ne.jp/new'],
])('a redirect to %s is told, and read', async (_name, location, movedTo) => {
	const pages = { [AT]: redirects(location), '/povo.jp/new': HOLDING, '/www.docomo.ne.jp/new': HOLDING };
	expect(await watchSource(SAYS, pages)).toMatchObject([{ result: 'page moved', movedTo, missing: [] }]);
});

test('a redirect to a page that says something else tells what cannot be found there', async () => {
	const pages = { [AT]: redirects('/povo.jp/'), '/povo.jp/': '<p>ようこそ</p>' };
	expect(await watchSource(SAYS, pages)).toMatchObject([
		{ result: 'page moved', movedTo: 'https://povo.jp/', missing: ['4950 yen'] },
	]);
});

test('a redirect off the official domains is told, and not followed', async () => {
	const { folder } = createKnowledgeFolder(withSource(SAYS));
	const server = await servePages({ [AT]: redirects('https://casino.example.net/'), '/casino.example.net/': HOLDING });
	const { output } = await runWatch(folder, server, ['carriers/povo/keep-number']);
	expect(output).toContain(
		'page moved: carriers/povo/keep-number.yaml › methods[0].sources[0] (https://povo.jp/rule?id=9)',
	);
	expect(output).toContain('now at https://casino.example.net/');
	expect(server.seen.map(({ path }) => path)).not.toContain('/casino.example.net/');
});

test.each(['/www.povo.jp/rule?id=9', '/povo.jp/rule/?id=9', '/povo.jp/rule?id=9&lang=ja'])(
	'%s is the same page',
	async (path) => {
		expect(await watchSource(SAYS, { [AT]: redirects(path), [path]: HOLDING })).toMatchObject([{ result: 'holds' }]);
	},
);

test('a page that sends on by itself has moved', async () => {
	const page =
		'<html><head><meta http-equiv="refresh" content="5; url=/povo.jp/new?a=1&amp;b=2"></head><p>移転しました</p></html>';
	expect(await watchSource(SAYS, { [AT]: page, '/povo.jp/new?a=1&b=2': HOLDING })).toMatchObject([
		{ result: 'page moved', movedTo: 'https://povo.jp/new?a=1&b=2', missing: [] },
	]);
});

test('endless redirects are refused', async () => {
	expect(await watchSource(SAYS, { [AT]: redirects(AT) })).toMatchObject([
		{ result: 'refused', reason: 'redirects in a circle' },
	]);
	expect(await watchSource(SAYS, { [AT]: redirects('http://[') })).toMatchObject([{ result: 'refused' }]);
});
