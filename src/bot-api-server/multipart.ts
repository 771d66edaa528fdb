import { badRequest } from './errors.ts';
import type { JsonObject } from './json.ts';

/**
 * Reads multipart/form-data. Node's own parser refuses what grammY sends (no space after "form-data;", unquoted file
 * names), while Telegram takes it.
 */
export function parseMultipart(body: Uint8Array, contentType: string): JsonObject {
	const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1];
	if (boundary === undefined) {
		throw badRequest("can't parse multipart body: no boundary");
	}
	// Latin-1 keeps one character a byte, so that positions and files stay exact.
	const text = Buffer.from(body).toString('latin1');
	const parts = text.split(`--${boundary}`).slice(1, -1);
	return Object.fromEntries(parts.map(parsePart));
}

function parsePart(part: string): [string, unknown] {
	const end = part.indexOf('\r\n\r\n');
	const head = utf8(part.slice(0, end));
	const content = part.slice(end + 4).replace(/\r\n$/, '');
	const name = parameter(head, 'name');
	if (end < 0 || name === undefined) {
		throw badRequest("can't parse multipart body: a part has no name");
	}
	const fileName = parameter(head, 'filename');
	return [name, fileName === undefined ? utf8(content) : toFile(content, fileName, head)];
}

function toFile(content: string, fileName: string, head: string): File {
	const type = /^content-type:\s*(\S+)/im.exec(head)?.[1] ?? 'application/octet-stream';
	return new File([Buffer.from(content, 'latin1')], fileName, { type });
}

function parameter(head: string, name: string): string | undefined {
	const found = new RegExp(`^content-disposition:.*[;\\s]${name}=(?:"([^"]*)"|([^;\\r\\n]*))`, 'im').exec(head);
	return found?.[1] ?? found?.[2];
}

function utf8(latin1: string): string {
	return Buffer.from(latin1, 'latin1').toString('utf8');
}
