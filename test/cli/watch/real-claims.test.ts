import { expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/catalogue/load.ts';
import { type Claim, collectClaims } from '../../../src/cli/watch/claims.ts';
import { judge, type Verdict } from '../../../src/cli/watch/judge.ts';
import { readPageText } from '../../../src/cli/watch/page-text.ts';
import { extract } from '../../../src/cli/watch/read/extract.ts';
import { KNOWLEDGE_FOLDER } from '../../../src/content.ts';

/** All claims of the project that rest on a number or a label. */
const CLAIMS = collectClaims(loadKnowledge(KNOWLEDGE_FOLDER), '').filter(({ needles }) => needles.length > 0);
const MAX_FALSE_ALARMS = 0.02;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const wide = (digit: string): string => String.fromCodePoint((digit.codePointAt(0) ?? 0) + 0xfee0);

/** A page that says a claim in its own words, in different layouts. */
const LAYOUTS: Record<string, (text: string) => string> = {
	'a paragraph': (text) => `<p>${escaped(text)}</p>`,
	'full-width digits': (text) => `<p>${escaped(text).replaceAll(/\d/g, wide)}</p>`,
	'numbers in bold': (text) => `<div>${escaped(text).replaceAll(/(?<![#&\w])\d+/g, '<b>$&</b>')}</div>`,
	'no thousands separators': (text) => `<td>${escaped(text).replaceAll(/(?<=\d),(?=\d{3})/g, '')}</td>`,
	'a line for each clause': (text) => escaped(text).replaceAll(/[;；] ?/g, '<br>\n'),
	'a mark for the break of each word': (text) => escaped(text).replaceAll(/(?<=[ァ-ー])(?=\p{Script=Han})/gu, '<wbr>'),
};

async function judgeOn(claim: Claim, html: string): Promise<Verdict['result']> {
	const page = await extract(
		Buffer.from(`<html><head><meta charset="utf-8"></head><body>${html}</body></html>`),
		'text/html',
	);
	return 'text' in page ? judge(claim, [{ state: 'read', page: readPageText(page.text) }]).result : 'refused';
}

test.each(Object.entries(LAYOUTS))('every claim of the knowledge is found on a page with %s', async (_name, layout) => {
	const alarms: string[] = [];
	for (const claim of CLAIMS) {
		if ((await judgeOn(claim, layout(claim.text))) !== 'holds') {
			alarms.push(claim.text);
		}
	}
	expect(CLAIMS.length).toBeGreaterThan(500);
	expect(alarms.length / CLAIMS.length, alarms.join('\n')).toBeLessThanOrEqual(MAX_FALSE_ALARMS);
});

test('every claim of the knowledge is told when the digits and labels of its page are others', async () => {
	const missed: string[] = [];
	// The name of a month has no digit.
	const withDigits = CLAIMS.filter(({ needles }) =>
		needles.some((needle) => needle.kind === 'label' || !needle.number.value.startsWith('month')),
	);
	for (const claim of withDigits) {
		const labels = claim.needles.flatMap((needle) => (needle.kind === 'label' ? needle.labels : []));
		const renamed = labels.reduce((text, label) => text.replaceAll(label, 'ほかの名前'), claim.text);
		const changed = renamed.replaceAll(/\d/g, (digit) => String((Number(digit) + 3) % 10));
		if ((await judgeOn(claim, `<p>${escaped(changed)}</p>`)) !== 'gone') {
			missed.push(claim.text);
		}
	}
	expect(missed).toEqual([]);
});
