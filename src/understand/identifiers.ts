import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Form } from '../catalogue/vocabulary.ts';
import type { Iccid } from './iccid.ts';
import { normalise } from './normalise.ts';

/** A number or setting that somebody pasted instead of a question. */
export type Identifier =
	| Iccid
	| { kind: 'apn'; value: string }
	| { kind: 'phone'; number: string; carriers: readonly string[] };

export type IdentifierFinder = (words: string) => Exclude<Identifier, Iccid> | undefined;

/** The longest short number that a carrier gives out; anything longer could be somebody's own. */
const SHORT = /^\*?\d{3,4}#?$/;

/** Makes the function that finds a pasted APN or short telephone number. Card numbers are found by `iccid.ts`. */
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
		const named = numbers.get(digits);
		if (named) {
			return { kind: 'phone', number: digits, carriers: [...named] };
		}
		const apn = findApn(text, apns);
		return apn === undefined ? undefined : { kind: 'apn', value: apn };
	};
}

/**
 * The known APN that is meant, also where its end is missing or something stands behind it. Only whole labels count, and
 * never one alone, which is often a carrier's name.
 */
function findApn(text: string, apns: ReadonlyMap<string, string>): string | undefined {
	const exact = apns.get(text);
	if (exact !== undefined || !text.includes('.')) {
		return exact;
	}
	const known = [...apns.keys()].sort((a, b) => b.length - a.length);
	const beginning = known.find((apn) => text.startsWith(`${apn}.`));
	const longer = known.filter((apn) => apn.startsWith(`${text}.`));
	return apns.get(beginning ?? (longer.length === 1 ? longer[0] : undefined) ?? '');
}

/** As people write it, after normalising (so hiragana is katakana). A word of its own in Latin script. */
const WORDS: readonly [Form, RegExp][] = [
	['esim', /(?<![a-z])e-?sim(?![a-z])|イーシム|이심(?!전심)/],
	[
		'physical',
		/sim ?card|physical sim|sim ?カード|实体卡|实体sim|实体 sim|物理sim|プラスチック|유심 ?(?:카드|칩)|실물 ?유심|thẻ sim|sim v[ậa]t l[ýy]/,
	],
];

/** Whether a text speaks of a card or an eSIM. */
export function findForm(normalised: string): Form | undefined {
	return WORDS.find(([, pattern]) => pattern.test(normalised))?.[0];
}
