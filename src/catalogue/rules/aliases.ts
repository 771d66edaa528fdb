import type { CarrierFolder } from '../load.ts';
import type { Problem } from '../problem.ts';
import type { Rule } from './rule.ts';

const KEBAB_CASE = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Finds words that lead to two carriers, so that some people would get the wrong steps. */
export function createAliasesRule(): Rule {
	return {
		name: 'aliases',
		description: 'Each id, name and alias belongs to one carrier only, and stands once.',
		check: ({ carriers }) => {
			const owners = new Map<string, CarrierFolder>();
			return carriers.flatMap((carrier) => [...badId(carrier), ...twice(carrier), ...shared(carrier, owners)]);
		},
	};
}

function badId({ id, file }: CarrierFolder): Problem[] {
	const remedy = 'Name the folder in kebab-case: small letters, digits and single hyphens.';
	return KEBAB_CASE.test(id) ? [] : [{ file, place: '', wrong: 'not a carrier id', value: id, remedy }];
}

/** Compares letters only: "povo2" and "povo 2" may both be listed. */
function twice({ file, entry }: CarrierFolder): Problem[] {
	const folded = entry.aliases.map(fold);
	return entry.aliases.flatMap((value, index) => {
		const first = folded.indexOf(fold(value));
		if (first !== index) {
			const wrong = `the same as aliases[${first}]`;
			return [{ file, place: `aliases[${index}]`, wrong, value, remedy: 'Remove one of them.' }];
		}
		const remedy = 'Write a word with letters or digits, or remove it.';
		return keyOf(value) === '' ? [{ file, place: `aliases[${index}]`, wrong: 'empty', value, remedy }] : [];
	});
}

function shared(carrier: CarrierFolder, owners: Map<string, CarrierFolder>): Problem[] {
	return wordsFor(carrier).flatMap(({ place, value }) => {
		const key = keyOf(value);
		const owner = owners.get(key) ?? carrier;
		owners.set(key, owner);
		const remedy = 'Leave it to the carrier that people mean by it, and remove it here.';
		return owner.id === carrier.id || key === ''
			? []
			: [{ file: carrier.file, place, wrong: `leads to ${owner.id} too`, value, remedy }];
	});
}

function wordsFor({ id, entry }: CarrierFolder): { place: string; value: string }[] {
	return [
		{ place: '', value: id },
		...Object.entries(entry.names).map(([locale, value]) => ({ place: `names.${locale}`, value })),
		...entry.aliases.map((value, index) => ({ place: `aliases[${index}]`, value })),
	];
}

function fold(word: string): string {
	return word.normalize('NFKC').toLowerCase().trim();
}

/** The word without what people leave out when typing: spaces, dots and hyphens. */
function keyOf(word: string): string {
	return fold(word).replace(/[\s.・·\p{Dash_Punctuation}]/gu, '');
}
