import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Form } from '../catalogue/vocabulary.ts';
import { normalise } from './normalise.ts';

/** A number or setting that somebody pasted instead of a question. */
export type Identifier =
	| { kind: 'iccid' }
	| { kind: 'apn'; value: string }
	| { kind: 'phone'; number: string; carriers: readonly string[] };

export type IdentifierFinder = (words: string) => Identifier | undefined;

/** The longest short number that a carrier gives out; anything longer could be somebody's own. */
const SHORT = /^\*?\d{3,4}#?$/;
const ICCID = /^89\d{16,20}$/;

/**
 * Makes the function that finds a pasted ICCID, APN or short telephone number.
 * It keeps no digits: an ICCID is recognised by its form alone and never handed on.
 */
export function createIdentifierFinder({ carriers, procedures, procedure }: Catalogue): IdentifierFinder {
	const apns = new Map<string, string>();
	const numbers = new Map<string, Set<string>>();
	for (const { id, clues } of carriers) {
		for (const apn of clues.apn) {
			apns.set(normalise(apn), apn);
		}
		for (const { value } of procedures(id).flatMap(
			(name) => procedure(id, name)?.methods.flatMap(({ copy }) => copy) ?? [],
		)) {
			if (SHORT.test(value)) {
				numbers.set(value, (numbers.get(value) ?? new Set()).add(id));
			}
		}
	}
	return (words) => {
		const text = normalise(words.slice(0, 64));
		const digits = text.replace(/[\s-]/g, '');
		if (ICCID.test(digits)) {
			return { kind: 'iccid' };
		}
		const named = numbers.get(digits);
		if (named) {
			return { kind: 'phone', number: digits, carriers: [...named] };
		}
		const apn = apns.get(text);
		return apn === undefined ? undefined : { kind: 'apn', value: apn };
	};
}

/** As people write it, after normalising (so hiragana is katakana). A word of its own in Latin script. */
const WORDS: readonly [Form, RegExp][] = [
	['esim', /(?<![a-z])e-?sim(?![a-z])|イーシム/],
	['physical', /sim ?card|physical sim|sim ?カード|实体卡|实体sim|实体 sim|物理sim|プラスチック/],
];

/** Whether a text speaks of a card or an eSIM. */
export function findForm(normalised: string): Form | undefined {
	return WORDS.find(([, pattern]) => pattern.test(normalised))?.[0];
}
