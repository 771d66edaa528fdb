import { expect, test } from 'vitest';
import { check, verdictsOf } from './support.ts';

test.each([
	['https://www.docomo.ne.jp/'],
	['povo.jp をご確認ください'],
	['詳細はpovo.jpへ'],
	['ｐｏｖｏ．ｊｐ'],
	['https://povo.jpをご確認'],
	['（https://www.softbank.jp/mobile/）'],
	['https://www.au.com/support/faq/?x=1。'],
	['HTTPS://MOBILE.RAKUTEN.CO.JP'],
	['https://docomo.ne.jp:8443/x'],
	['docomo .ne.jp'],
	['\u202Ehttps://povo.jp'],
])('%s is on a domain of the carrier', (text) => {
	expect(verdictsOf(text)).toEqual(['official']);
});

test.each([
	['https://www.docomo.ne.jp.evil.com/pay'],
	['docomo.ne.jp%2eevil.com'],
	['https://docomo.ne.jp@evil.com/'],
	['docomo.ne.jp@evil.com'],
	[String.raw`https://evil.com\@docomo.ne.jp/`],
	[String.raw`https://docomo.ne.jp\@evil.com/`],
	['https://povo.jp。evil.com/'],
	['https://povo.jp詐欺.com/x'],
	['https://dосomo.ne.jp/'],
	['dосomo.ne.jp'],
	['https://docomo.ne.jр/'],
	['https://docorno.ne.jp'],
	['https://po\u200Bvo.jp'],
	['https://mydocomo.example.xyz/'],
	['https://docomo-info.com'],
	['https://softbanc.jp'],
	['https://au.com.pay.xyz/'],
	['au お支払い au-pay.xyz'],
	['https://evil.com/docomo.ne.jp/login'],
	['support@docorno.ne.jp'],
	['hxxps://docomo[.]top'],
])('%s only looks like one', (text) => {
	expect(verdictsOf(text)).toEqual(['lookalike']);
});

test.each([
	['https://bit.ly/3abc', 'short'],
	['https://r10.to/abc', 'short'],
	['https://1.2.3.4/docomo', 'other'],
	['https://[::1]/', 'other'],
	['data:text/html,hello', 'other'],
	['javascript:alert(1)', 'other'],
	['tg://resolve?domain=x', 'other'],
	['info@docomo.ne.jp', 'other'],
	['http://www5a.biglobe.ne.jp/~somebody/', 'other'],
	['https://www.rakuten.co.jp/', 'other'],
	['https://xxx.duckdns.org/', 'other'],
	['https://line.me/R/x', 'other'],
])('%s is %s', (text, verdict) => {
	expect(verdictsOf(text)).toEqual([verdict]);
});

test('what only has dots is no link', () => {
	expect(check('file.txt e.g. No.1 Ver.2.3 12.5GB 2026.11.29 2.0').links).toEqual([]);
});

test('a line break inside an address does not make it another one', () => {
	expect(verdictsOf('https://www.docomo.\nne.jp/x')).toEqual(['official']);
	expect(verdictsOf('https://www.docomo.ne.jp\n.evil.com/x')).toEqual(['lookalike']);
});

test('two hundred links are all judged', () => {
	const text = Array.from({ length: 200 }, (_, index) => `https://a${index}.example.com/`).join(' ');
	expect(check(text).links).toHaveLength(200);
});
