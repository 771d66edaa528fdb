import fc from 'fast-check';
import { expect, test } from 'vitest';
import { catalogue, check } from './support.ts';

const domains = [...new Set(catalogue.carriers.flatMap(({ officialDomains }) => officialDomains))];

/** Those that lie below no other: whatever stands before the other is on it. */
const roots = domains.filter((one) => !domains.some((other) => one.endsWith(`.${other}`)));

/** Letters of other scripts that look like Latin ones. */
const TWINS: Readonly<Record<string, string>> = {
	a: 'а',
	c: 'с',
	e: 'е',
	i: 'і',
	j: 'ј',
	o: 'о',
	p: 'р',
	s: 'ѕ',
	x: 'х',
	y: 'у',
};
const SUFFIXES = ['com', 'top', 'xyz', 'info', 'jp', 'cc', 'shop', 'net', 'co.jp', 'duckdns.org'];

const suffix = fc.constantFrom(...SUFFIXES);
const word = fc.stringMatching(/^[a-z]{3,10}$/).filter((text) => !domains.some((domain) => domain.includes(text)));
const domain = fc.constantFrom(...domains);
const scheme = fc.constantFrom('', 'http://', 'https://');

function isOfficial(host: string): boolean {
	return domains.some((one) => host === one || host.endsWith(`.${one}`));
}

function verdicts(text: string): string[] {
	return check(text).links.map(({ verdict }) => verdict);
}

function expectLookalike(text: string): void {
	expect(verdicts(text)).not.toContain('official');
	expect(verdicts(text)).toContain('lookalike');
}

test('each official domain is official', () => {
	for (const one of domains) {
		expect(verdicts(`https://${one}/`)).toEqual(['official']);
		expect(verdicts(`https://www.${one}/a?b=c#d`)).toEqual(['official']);
	}
});

test('one letter of another script makes a lookalike of each', () => {
	for (const one of roots) {
		for (const [index, letter] of [...one].entries()) {
			const twin = TWINS[letter];
			if (twin) {
				expectLookalike(`https://${one.slice(0, index)}${twin}${one.slice(index + 1)}/`);
			}
		}
	}
});

test('the same in punycode is one too', () => {
	for (const one of roots) {
		const at = [...one].findIndex((letter) => letter in TWINS);
		if (at >= 0) {
			const twin = `${one.slice(0, at)}${TWINS[one[at] ?? '']}${one.slice(at + 1)}`;
			expectLookalike(new URL(`https://${twin}/`).href);
		}
	}
});

test('as a subdomain, a user or a path of another host each is a lookalike', () => {
	fc.assert(
		fc.property(domain, word, suffix, scheme, (one, other, end, start) => {
			for (const text of [`${one}.${other}.${end}/`, `${one}@${other}.${end}/`, `${other}.${end}/${one}/login`]) {
				expectLookalike(`${start}${text}`);
			}
			expectLookalike(`https://${one.replaceAll('.', '-')}.${other}.${end}/`);
			expectLookalike(`https://${one}%2e${other}.${end}/`);
			expectLookalike(`https://www.${one}\\.${other}.${end}/`);
		}),
	);
});

test('with a hidden character inside none is official', () => {
	const hidden = fc.constantFrom('\u200B', '\u200C', '\u200D', '\u2060', '\u00AD', '\uFE0F', '\u202E', '\uFEFF');
	fc.assert(
		fc.property(domain, hidden, fc.nat(), (one, char, place) => {
			const at = 1 + (place % (one.length - 1));
			expect(verdicts(`https://${one.slice(0, at)}${char}${one.slice(at)}/`)).not.toContain('official');
		}),
	);
});

test('with a letter added, left out, replaced or swapped none is official', () => {
	const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789-');
	fc.assert(
		fc.property(domain, fc.nat(), letter, fc.nat(3), (one, place, char, how) => {
			const at = place % one.length;
			const [before, after] = [one.slice(0, at), one.slice(at + 1)];
			const changed = [
				`${before}${char}${one.slice(at)}`,
				`${before}${after}`,
				`${before}${char}${after}`,
				`${before}${after.slice(0, 1)}${one[at]}${after.slice(1)}`,
			][how] as string;
			fc.pre(!isOfficial(changed));
			expect(verdicts(`https://${changed}/`)).not.toContain('official');
		}),
		{ numRuns: 1000 },
	);
});

test('whatever stands around an address, what is called official lies on an official domain', () => {
	const part = fc.oneof(
		domain,
		word,
		suffix,
		fc.constantFrom('.', '@', ':', '/', '。', '%2e', '\\', '-', 'https://', ' ', 'を', '#', '?', '\u200B'),
	);
	fc.assert(
		fc.property(fc.array(part, { minLength: 1, maxLength: 8 }), (parts) => {
			for (const { verdict, url } of check(parts.join('')).links) {
				if (verdict === 'official') {
					const { hostname, username } = new URL(/^[a-z]+:\//i.test(url) ? url : `http://${url}`);
					expect(isOfficial(hostname.replace(/\.$/, '')) && username === '').toBe(true);
				}
			}
		}),
		{ numRuns: 1000 },
	);
});
