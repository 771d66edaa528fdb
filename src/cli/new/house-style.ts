import { Document, isCollection, isMap, isScalar, isSeq, type Node, type Pair, Scalar, visit } from 'yaml';
import { REQUIRED_LOCALES } from '../../catalogue/rules/languages.ts';

/** Written on one line. */
const ON_ONE_LINE = [
	...['names', 'aliases', 'networks', 'forms', 'billing', 'officialDomains', 'apn', 'iccid', 'app', 'printed'],
	...['when', 'needs', 'links', 'label'],
];

/** Lists of which each item is written on one line. */
const ITEMS_ON_ONE_LINE = ['sources', 'copy'];

/** Sentences and addresses among others: always in double quotes, whatever they contain. */
const QUOTED = [...REQUIRED_LOCALES, 'says', 'value'];

/** Writes an entry as the files in knowledge/ are written. */
export function toHouseStyle(entry: object): string {
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
	// Names are short and stand without quotes.
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
