type Yaml = typeof import('yaml');

/** Knowledge has about ten levels. */
const MAX_DEPTH = 100;

/**
 * Finds where a text is nested too deeply to be parsed: a parser that runs out of stack can take the whole process along.
 * @returns the place in the text, or undefined where all is well
 */
export function findTooDeep({ Lexer, CST }: Yaml, text: string): number | undefined {
	// The lexer adds these of its own: they are no part of the text.
	const signs: readonly string[] = [CST.DOCUMENT, CST.FLOW_END, CST.SCALAR];
	let place = 0;
	let brackets = 0;
	let inLine = 0;
	for (const token of new Lexer().lex(text)) {
		switch (CST.tokenType(token)) {
			case 'flow-seq-start':
			case 'flow-map-start':
				brackets += 1;
				break;
			case 'flow-seq-end':
			case 'flow-map-end':
				brackets -= 1;
				break;
			case 'seq-item-ind':
			case 'explicit-key-ind':
				inLine += 1;
				break;
			case 'map-value-ind':
				inLine += brackets > 0 ? 0 : 1;
				break;
			case 'newline':
				inLine = 0;
				break;
			case 'space':
				// At most two levels for each column of indentation.
				inLine += inLine === 0 ? token.length : 0;
				break;
			default:
		}
		if (brackets + inLine > MAX_DEPTH) {
			return place;
		}
		place += signs.includes(token) ? 0 : token.length;
	}
	return undefined;
}
