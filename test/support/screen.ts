const ESCAPE = String.fromCharCode(27);
const TOKEN = new RegExp(`${ESCAPE}\\[(\\d*)(?:;\\d+)*([A-Za-z])|[\\s\\S]`, 'gu');

type Cursor = { row: number; column: number };

/**
 * What somebody sees on a terminal after this was written to it: line feeds, carriage returns, and the three sequences
 * with which a line is drawn anew. Colours are left out.
 */
export function screenAfter(written: string): string[] {
	const lines: string[] = [''];
	const cursor: Cursor = { row: 0, column: 0 };
	for (const [token, count, sequence] of written.matchAll(TOKEN)) {
		if (sequence === undefined) {
			put(token, lines, cursor);
		} else {
			obey(sequence, Number(count || 1), lines, cursor);
		}
	}
	return lines;
}

function put(token: string, lines: string[], cursor: Cursor): void {
	if (token === '\r') {
		cursor.column = 0;
	} else if (token === '\n') {
		Object.assign(cursor, { row: cursor.row + 1, column: 0 });
		lines[cursor.row] ??= '';
	} else {
		const line = lines[cursor.row] ?? '';
		lines[cursor.row] = line.slice(0, cursor.column) + token + line.slice(cursor.column + token.length);
		cursor.column += token.length;
	}
}

function obey(sequence: string, count: number, lines: string[], cursor: Cursor): void {
	if (sequence === 'G') {
		cursor.column = count - 1;
	} else if (sequence === 'A') {
		cursor.row -= count;
	} else if (sequence === 'J') {
		lines.splice(cursor.row + 1);
		lines[cursor.row] = lines[cursor.row]?.slice(0, cursor.column) ?? '';
	}
}
