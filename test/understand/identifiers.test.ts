import { expect, test } from 'vitest';
import { createCatalogue } from '../../src/catalogue/catalogue.ts';
import { createIdentifierFinder } from '../../src/understand/identifiers.ts';
import { knowledgeFixture } from '../support/knowledge-fixture.ts';
import { content } from '../support/nokori.ts';

const find = createIdentifierFinder(content().catalogue);

test.each([
	['plus.acs.jp.v6', 'plus.acs.jp.v6'],
	['plus.acs.jp', 'plus.acs.jp.v6'],
	['ＰＬＵＳ.acs.jp', 'plus.acs.jp.v6'],
	['plus.acs.jp.v6.example', 'plus.acs.jp.v6'],
	['au.au-net', 'au.au-net.ne.jp'],
	['3gnet', '3gnet'],
	['3gnet.example', '3gnet'],
])('%s is the APN %s, by its beginning', (words, value) => {
	expect(find(words)).toEqual({ kind: 'apn', value });
});

test.each(['au', 'mineo', 'plus', 'plus.acs.j', 'plus.acs.jp.v', 'acs.jp.v6', 'rakuten.jpx', 'docomo.ne.jp', '.'])(
	'%j is no APN: a carrier, or no whole labels',
	(words) => {
		expect(find(words)).toBeUndefined();
	},
);

test('the beginning of several APNs is none, and of two that fit the longer counts', () => {
	const knowledge = knowledgeFixture(({ povo, docomo }) => {
		povo.clues.apn = ['a.b.c'];
		docomo.clues.apn = ['a.b.d', 'a.b.c.e'];
	});
	const findFew = createIdentifierFinder(createCatalogue(knowledge));
	expect(findFew('a.b')).toBeUndefined();
	expect(findFew('a.b.c.e.f')).toEqual({ kind: 'apn', value: 'a.b.c.e' });
	expect(findFew('a.b.c.f')).toEqual({ kind: 'apn', value: 'a.b.c' });
});
