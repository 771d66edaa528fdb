/** Hosts whose addresses lead elsewhere, so nobody can tell by them whose page it is. */
export const SHORTENERS: ReadonlySet<string> = new Set([
	...['bit.ly', 'bitly.com', 'bit.do', 'j.mp', 't.co', 'tinyurl.com', 'goo.gl', 'is.gd', 'v.gd', 'ow.ly', 'buff.ly'],
	...['cutt.ly', 'rebrand.ly', 'rb.gy', 't.ly', 's.id', 'tiny.cc', 'shorturl.at', 'urlz.fr', 'soo.gd', 'kutt.it'],
	...['short.gy', 'dlvr.it', 'lnkd.in', 'trib.al', 'amzn.to', 'amzn.asia', 'qrco.de', 'tr.im', 'x.gd', 'p.tl'],
	...['onl.la', 'onl.bz', 'onl.sc', 'onl.tw', 'urx.space', 'u0u1.net', 'u0u0.net', '00m.in', 'lin.ee', 'r10.to'],
	...['reurl.cc', 'ppt.cc', 'pse.is', 'lihi.cc', 'lihi1.com', 'lihi2.com', 'lihi3.com', 'tinyurl.app', 'supr.link'],
	...['t.cn', 'url.cn', 'dwz.cn', 'suo.im', 'suo.nz', 'urlshort.dev', 'abre.ai', 'hoy.kr', 'han.gl', 'me2.kr'],
]);
