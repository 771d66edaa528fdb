import { claimedQuantities, type Quantity } from '../../catalogue/rules/number-tokens.ts';
import type { Text } from '../../catalogue/schema.ts';
import { inWesternYears } from './page-text.ts';

/** Something that must stand on a page for a claim to hold. A label may be written in one of several ways. */
export type Needle = { kind: 'number'; number: Quantity } | { kind: 'label'; labels: readonly string[] };

const IN_CORNERS = /[「『]([^「」『』]+)[」』]/g;
const IN_CURLY = /“([^“”]+)”/g;

/** What a source is looked through for: every number that its `says` claims, and every label. */
export function needlesOfSays(says: string): Needle[] {
	return [
		...numbersOf(says),
		...[...quoted(says, IN_CORNERS), ...quoted(says, IN_CURLY)].map((label) => labelNeedle([label])),
	];
}

/**
 * The carrier's own labels in a step. Japanese quotes a phone's menus too, so a label is the carrier's where English
 * quotes it as well: the same word, or another one in the same place.
 */
export function needlesOfStep(step: Text): Needle[] {
	const japanese = quoted(step['ja'] ?? '', IN_CORNERS);
	const english = quotedInOrder(step.en);
	const same = japanese.filter((label) => english.includes(label)).map((label) => labelNeedle([label]));
	const onlyJapanese = japanese.filter((label) => !english.includes(label));
	const onlyEnglish = english.filter((label) => !japanese.includes(label));
	const isPaired = onlyJapanese.length === onlyEnglish.length;
	const pairs = isPaired ? onlyJapanese.map((label, index) => labelNeedle([label, onlyEnglish[index] ?? label])) : [];
	return [...same, ...pairs];
}

/** A needle as people read it: 「購入履歴」, 4950 yen. */
export function showNeedle(needle: Needle): string {
	if (needle.kind === 'label') {
		return needle.labels.map((label) => `「${label}」`).join(' or ');
	}
	const { value, unit } = needle.number;
	return unit === undefined || unit === 'date' ? value : `${value} ${unit}`;
}

function numbersOf(text: string): Needle[] {
	const byName = new Map(
		claimedQuantities(inWesternYears(text)).map((number) => [`${number.value} ${number.unit}`, number]),
	);
	return [...byName.values()].map((number) => ({ kind: 'number', number }));
}

function labelNeedle(labels: readonly string[]): Needle {
	return { kind: 'label', labels: [...new Set(labels)] };
}

function quoted(text: string, marks: RegExp): string[] {
	return [...text.matchAll(marks)].map(([, inside = '']) => inside.trim()).filter((inside) => inside !== '');
}

function quotedInOrder(text: string): string[] {
	return quoted(text.replaceAll(IN_CURLY, '「$1」'), IN_CORNERS);
}
