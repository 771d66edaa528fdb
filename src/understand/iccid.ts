import type { Catalogue } from '../catalogue/catalogue.ts';

/** What the first digits of a pasted card number say. The number itself is never handed on. */
export type Iccid = {
	kind: 'iccid';
	/** The longest prefix in the catalogue that fits. */
	prefix?: string;
	/** Behind 89, which all cards have, stands the country code of whoever issued the card. */
	isJapanese: boolean;
};

/** @returns what the number says, and the text without it */
export type IccidFinder = (text: string) => { iccid: Iccid; rest: string } | undefined;

const JAPAN = '8981';
const SEPARATORS = '[\\s\u2010-\u2015-]{0,3}';
/** Where the last digit has no partner, cards have an F printed behind it. */
const FILLER = `(?:${SEPARATORS}f(?![a-z]))?`;
/** In one piece, or else in groups as it is printed. Longer rows of digits are something else: an EID has 32. */
const PATTERNS = [
	new RegExp(`(?<!\\d)89\\d{16,20}(?!\\d)${FILLER}`, 'i'),
	new RegExp(`(?<!\\d${SEPARATORS})89(?:${SEPARATORS}\\d){16,20}(?!${SEPARATORS}\\d)${FILLER}`, 'i'),
];

/** Makes the function that finds the number of a SIM card, 18 to 22 digits from 89, wherever it stands in a text. */
export function createIccidFinder({ carriers }: Pick<Catalogue, 'carriers'>): IccidFinder {
	const prefixes = [...new Set(carriers.flatMap(({ clues }) => clues.iccid))].sort((a, b) => b.length - a.length);
	return (text) => {
		const plain = text.normalize('NFKC').replace(/\p{Cf}/gu, '');
		const found = PATTERNS.map((pattern) => pattern.exec(plain)).find((match) => match !== null);
		if (!found) {
			return undefined;
		}
		const digits = found[0].replace(/\D/g, '');
		const prefix = prefixes.find((known) => digits.startsWith(known));
		const rest = plain.slice(0, found.index) + plain.slice(found.index + found[0].length);
		return { iccid: { kind: 'iccid', isJapanese: digits.startsWith(JAPAN), ...(prefix ? { prefix } : {}) }, rest };
	};
}
