import { isUtf8 } from 'node:buffer';
import chardet from 'chardet';

/** How much of a page is looked at for what it says of its own encoding, as browsers do. */
const HEAD_BYTES = 4096;
const IN_META = /<(?:meta|\?xml)[^>]+(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)/i;
const IN_HEADER = /charset\s*=\s*["']?([\w-]+)/i;
const SHIFT_TO_JIS = Buffer.from('\x1b$');
const REPLACEMENT = '\uFFFD';
/** A page with a few broken characters is still read as what it says it is. */
const MAX_BROKEN = 0.002;

/**
 * Turns the bytes of a page into text. What a server or a page says of its encoding may be wrong, so it is believed only
 * where the bytes bear it out.
 * @param contentType the header, or ''
 */
export function decode(bytes: Buffer, contentType: string): string {
	const [first, ...others] = candidates(bytes, contentType).map((label) => {
		const text = new TextDecoder(label).decode(bytes);
		return { text, broken: text.split(REPLACEMENT).length - 1 };
	});
	const all = first ? [first, ...others] : [];
	const good = all.find(({ text, broken }) => broken <= text.length * MAX_BROKEN);
	return (good ?? all.sort((a, b) => a.broken - b.broken)[0])?.text ?? '';
}

function candidates(bytes: Buffer, contentType: string): string[] {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) {
		return ['utf-16le'];
	}
	if (bytes[0] === 0xfe && bytes[1] === 0xff) {
		return ['utf-16be'];
	}
	if (isUtf8(bytes)) {
		// Only ISO-2022-JP writes other characters with ASCII bytes alone.
		return [bytes.includes(SHIFT_TO_JIS) ? 'iso-2022-jp' : 'utf-8'];
	}
	const head = bytes.subarray(0, HEAD_BYTES).toString('latin1');
	const said = [IN_HEADER.exec(contentType)?.[1], IN_META.exec(head)?.[1], chardet.detect(bytes)];
	return [...said, 'shift_jis', 'euc-jp', 'windows-1252'].filter((label) => label != null).filter(isKnown);
}

function isKnown(label: string): boolean {
	try {
		return new TextDecoder(label).encoding !== '';
	} catch {
		return false;
	}
}
