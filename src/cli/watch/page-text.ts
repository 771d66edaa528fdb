import { allQuantities, type Quantity } from '../../catalogue/rules/number-tokens.ts';

/** The text of a page, prepared once for everything that is looked for in it. */
export type PageText = {
	/** As people read it, line by line. */
	lines: readonly string[];
	quantities: readonly Quantity[];
	/** Numbers alone in a cell of a table, or on a line: what they count stands elsewhere. */
	bareNumbers: ReadonlySet<string>;
	/** In lower case and without spaces, for labels that tags or line breaks cut into pieces. */
	compactLines: readonly string[];
	/** In lower case with single spaces, for labels in Latin letters. */
	spacedLines: readonly string[];
	/** Digits that only brackets, dots, hyphens or spaces parted are together, for telephone numbers. */
	joinedDigits: string;
};

/** Prepares the text of a page. Widths, kinds of dashes and of spaces, and line breaks make no difference. */
export function readPageText(text: string): PageText {
	const lines = joinUnits(plainCharacters(text))
		.split('\n')
		.map((line) => line.replaceAll(/\s+/g, ' ').trim())
		.filter((line) => line !== '');
	const different = [...new Set(lines)];
	return {
		lines,
		quantities: different.flatMap((line) => allQuantities(inKnownDress(withoutFormer(line)))),
		bareNumbers: new Set(lines.flatMap(bareIn)),
		compactLines: lines.map(compact),
		spacedLines: lines.map((line) => line.toLowerCase()),
		joinedDigits: lines.map((line) => line.replaceAll(/(?<=\d)[\s().-]{1,3}(?=\d)/g, '')).join('\n'),
	};
}

/** Between the cells of a row, as `extract.ts` writes them. */
const CELLS = ' | ';
/** Lists of pages are short numbers on lines of their own. */
const MIN_DIGITS = 3;

function bareIn(line: string): string[] {
	const cells = `${line} `.split(CELLS);
	return cells.flatMap((cell) => {
		const [digits] = /^[\d,.]+$/.exec(cell.trim()) ?? [];
		const counts = digits !== undefined && (cells.length > 1 || digits.length >= MIN_DIGITS);
		return counts ? allQuantities(digits).map(({ value }) => value) : [];
	});
}

/** A text in lower case and without spaces, in the characters to which pages are brought. */
export function compact(text: string): string {
	return plainCharacters(text).toLowerCase().replaceAll(/\s/g, '');
}

/** Full-width and half-width characters become the usual ones, all dashes in numbers "-". */
export function plainCharacters(text: string): string {
	return (
		text
			// Some languages part thousands with a narrow space. It is gone after normalisation.
			.replaceAll(/(?<=\d)[\u00a0\u2009\u202f](?=\d{3}(?!\d))/g, '')
			.normalize('NFKC')
			.replaceAll(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
			.replaceAll(/\r\n?/g, '\n')
			.replaceAll(/(?<=[\d)])[\u2010-\u2015\u2212\u30fc](?=[\d(])/g, '-')
			.replaceAll(/(?<=\d)['’](?=\d{3}(?!\d))/g, '')
	);
}

/** A unit on a line of its own belongs to the number above it, as where prices are set in large digits. */
function joinUnits(text: string): string {
	return text.replaceAll(
		/(?<=\d)\s*\n\s*(?=(?:円|日元|日圓|yen|日|日間|天|時間|か月|ヶ月|ヵ月|カ月|GB|MB|ギガ|メガ|days?|hours?|months?)(?:\W|[/(、。]|$))/gim,
		' ',
	);
}

/** What a page says of earlier prices: the price before it changed, and the left one in 4,950円 → 5,500円. */
const FORMER = /(?:改定前|変更前|値上げ前|旧料金|旧価格|formerly|previously)[^\d。]{0,6}[\d,.]+/gi;
const BEFORE_ARROW = /[¥￥]?[\d,]+\s?円?[^\d。→]{0,8}→(?=\s*[¥￥]?[\d,]+\s?円?)/g;

function withoutFormer(line: string): string {
	return line.replaceAll(FORMER, ' ').replaceAll(BEFORE_ARROW, ' ');
}

const ERAS: Readonly<Record<string, number>> = { 令和: 2018, 平成: 1988 };

/** Japanese years as others count them: 平成20年 → 2008年. */
export function inWesternYears(text: string): string {
	return text.replaceAll(
		/(令和|平成)\s*(元|\d{1,2})年/g,
		(_match, era: string, year: string) => `${(ERAS[era] ?? 0) + (year === '元' ? 1 : Number(year))}年`,
	);
}

/** Ways to write numbers that only pages use, in the words that `number-tokens.ts` knows. */
function inKnownDress(line: string): string {
	return inWesternYears(line)
		.replaceAll(/(?<![\d/])(1[0-2]|0?[1-9])\/(3[01]|[12]\d|0?[1-9])(?![\d/])/g, '$1月$2日 $1/$2')
		.replaceAll(/(午後|下午|晚上|夜|午前|上午|(?<![A-Za-z])[AaPp]\.?[Mm]\.?)\s?(\d{1,2}):(\d{2})/g, toClock)
		.replaceAll(/(?<![A-Za-z])([AaPp])\.?[Mm]\.?\s?(\d{1,2})(?=[時~\s-]|$)/g, (_match, half: string, hour: string) =>
			toClock('', half, hour, '00'),
		)
		.replaceAll(/(?<=\d\s?)(?:gb|Gb)(?![A-Za-z])/g, 'GB')
		.replaceAll(/(?<=\d\s?)(?:mb|Mb)(?![A-Za-z])/g, 'MB')
		.replaceAll(/JPY\s?(?=\d)/g, '¥')
		.replaceAll(/(?<=[A-Za-z]{2,}[.:]?)(?=0\d{1,4}[-\s]?\d)/g, ' ')
		.replaceAll(/(?<!\d)(\d{1,3}) (\d{3})(?=\s?円)/g, '$1$2円 $2')
		.replaceAll(/(\d+(?:\.\d+)?)千(?=円)/g, (_match, number: string) => String(Number(number) * 1000))
		.replaceAll(/(\d+)[万萬](\d[\d,]*)(?=円)/g, (_match, tens: string, rest: string) =>
			String(Number(tens) * 10_000 + Number(rest.replaceAll(',', ''))),
		);
}

function toClock(_match: string, half: string, hour: string, minute: string): string {
	const isLater = /午後|下午|晚上|夜|^p/i.test(half) && Number(hour) < 12;
	return `${Number(hour) + (isLater ? 12 : 0)}:${minute}`;
}
