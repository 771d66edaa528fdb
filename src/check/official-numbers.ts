import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { Catalogue } from '../catalogue/catalogue.ts';

/** The carriers that give a number out, by the number: +81120800000, or as it is dialled where it is a short one. */
export type OfficialNumbers = ReadonlyMap<string, readonly string[]>;

/** Numbers as people write them: 0120-800-000, 090(1234)5678, +81 50 5434 4633. */
export const NUMBER = /(?<![\w.+/-])(?:\+|\(?0)[\d() .‐‑–—―−ー-]{7,20}\d(?![\w-])/gu;
/** Numbers that are dialled within one network, like 151. */
export const SHORT_NUMBER =
	/(?<![\w.,:/+%-])[*#]?\d{3,4}(?![\w.,:/%-]|\s?(?:円|日|月|年|分|時|回|件|名|度|番地|yen|gb|mb|kb|元|天))/giu;
const SHORT = /^[*#]?\d{3,4}#?$/;

/** The number in the one shape in which numbers are compared; undefined where it is none that exists. */
export function numberKey(written: string): string | undefined {
	const plain = written.replace(/[‐‑–—―−ー]/gu, '-');
	const number = parsePhoneNumberFromString(plain, 'JP');
	return number?.isValid() ? number.number : undefined;
}

/** The support channels of all carriers, and the numbers from which they are known to write. */
export function collectNumbers({ carriers, procedures, procedure, notices }: Catalogue): OfficialNumbers {
	const found = new Map<string, Set<string>>();
	const add = (written: string, id: string): void => {
		const key = SHORT.test(written) ? written : numberKey(written);
		if (key !== undefined) found.set(key, (found.get(key) ?? new Set()).add(id));
	};
	for (const { id, support } of carriers) {
		const steps = support.methods.flatMap((method) => method.steps.map(({ en }) => en));
		for (const text of [support.gist.en, ...steps]) {
			for (const [written] of text.matchAll(NUMBER)) add(written, id);
		}
		for (const { value } of procedures(id).flatMap((name) => copiesOf(procedure(id, name)))) add(value.trim(), id);
		for (const { value } of notices.get(id)?.senders ?? []) add(value, id);
	}
	return new Map([...found].map(([key, ids]) => [key, [...ids]]));
}

type Entry = ReturnType<Catalogue['procedure']>;

/** What is dialled, and nothing else that may be copied: a network password, an APN. */
function copiesOf(entry: Entry): readonly { value: string }[] {
	return entry?.methods.filter(({ method }) => method === 'phone').flatMap(({ copy }) => copy) ?? [];
}
