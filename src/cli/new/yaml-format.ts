import { Document, isCollection, isMap, isScalar, isSeq, type Node, type Pair, Scalar, visit } from 'yaml';
import type { z } from 'zod';
import { REQUIRED_LOCALES } from '../../catalogue/rules/languages.ts';
import type { carrierSchema, methodSchema, procedureSchema } from '../../catalogue/schema.ts';

/** Entries as they are written: what is empty is left out. */
export type NewMethod = z.input<typeof methodSchema>;
export type NewProcedure = z.input<typeof procedureSchema>;
export type NewCarrier = z.input<typeof carrierSchema>;

type NotEmpty<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Leaves out the fields that have nothing in them. */
export function omitEmpty<T extends object>(fields: T): NotEmpty<T> {
	const full = Object.entries(fields).filter(
		([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
	);
	return Object.fromEntries(full) as NotEmpty<T>;
}

/** Fields that are written on one line. */
const ON_ONE_LINE = [
	...['names', 'aliases', 'networks', 'forms', 'billing', 'officialDomains', 'apn', 'iccid', 'app', 'printed'],
	...['when', 'needs', 'links', 'label', 'name'],
];

/** Lists of which each item is written on one line. */
const ITEMS_ON_ONE_LINE = ['sources', 'copy'];

/** Fields that are always in double quotes, whatever they contain. */
const QUOTED = [...REQUIRED_LOCALES, 'says', 'value'];

/** Formats an entry as the files in knowledge/ are written. */
export function toYaml(entry: object): string {
	const document = new Document(entry, { aliasDuplicateObjects: false });
	visit(document, { Pair: (_key, pair) => stylePair(pair) });
	return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

function stylePair({ key, value }: Pair): symbol | undefined {
	const name = isScalar(key) ? String(key.value) : '';
	if (isCollection(value) && ON_ONE_LINE.includes(name)) {
		value.flow = true;
	}
	if (isSeq<Node>(value) && ITEMS_ON_ONE_LINE.includes(name)) {
		value.items.forEach(putOnOneLine);
	}
	if (isSeq<Node>(value) && ['sources', 'links'].includes(name)) {
		value.items.forEach(quoteAddress);
	}
	if (isScalar(value) && QUOTED.includes(name)) {
		value.type = Scalar.QUOTE_DOUBLE;
	}
	// Names are short, so they have no quotes.
	return name === 'names' ? visit.SKIP : undefined;
}

function putOnOneLine(item: Node): void {
	if (isCollection(item)) {
		item.flow = true;
	}
}

function quoteAddress(item: Node): void {
	const url = isMap(item) ? item.get('url', true) : undefined;
	if (isScalar(url)) {
		url.type = Scalar.QUOTE_DOUBLE;
	}
}
