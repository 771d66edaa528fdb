/** RFC 5545, 3.1: "Lines of text SHOULD NOT be longer than 75 octets, excluding the line break." */
const LIMIT_BYTES = 75;

/**
 * Folds the lines of a calendar file anew, by bytes. `ics` counts characters, so that 75 of Japanese make 225 bytes.
 * @param file with CRLF line ends, folded or not
 */
export function foldLines(file: string): string {
	return file
		.replaceAll(/\r\n[\t ]/g, '')
		.split('\r\n')
		.map(foldLine)
		.join('\r\n');
}

/** No character is cut in two; the space that starts a continuation counts too. */
function foldLine(line: string): string {
	let folded = '';
	let bytes = 0;
	for (const character of line) {
		const size = Buffer.byteLength(character);
		if (bytes + size > LIMIT_BYTES) {
			folded += '\r\n ';
			bytes = 1;
		}
		folded += character;
		bytes += size;
	}
	return folded;
}
