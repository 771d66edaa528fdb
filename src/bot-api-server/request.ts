import type { Context } from 'hono';
import { badRequest } from './errors.ts';
import { isObject, type JsonObject } from './json.ts';

/** The parameters of a request, from the query, a JSON, form or multipart body, as Telegram takes them. */
export async function readParams(context: Context): Promise<JsonObject> {
	const query: JsonObject = context.req.query();
	if (context.req.method === 'GET') {
		return query;
	}
	const type = context.req.header('content-type') ?? '';
	if (type.includes('application/json')) {
		return { ...query, ...parseJson(await context.req.text()) };
	}
	if (type.includes('multipart/form-data')) {
		const body = new Uint8Array(await context.req.arrayBuffer());
		return { ...query, ...attach(parseMultipart(body, type)) };
	}
	if (type.includes('form')) {
		return { ...query, ...(await context.req.parseBody()) };
	}
	return query;
}

function parseJson(body: string): JsonObject {
	if (body.trim() === '') {
		return {};
	}
	try {
		const value: unknown = JSON.parse(body);
		if (isObject(value)) {
			return value;
		}
	} catch {
		// Answered below, as any body that is no object.
	}
	throw badRequest("can't parse request body: expected a JSON object");
}

/** Puts uploaded files where the body says `attach://<name>`, and takes them off the list of parameters. */
function attach(form: JsonObject): JsonObject {
	const attached = new Set<string>();
	const fields = Object.entries(form).map(([key, value]) => {
		const name = typeof value === 'string' && value.startsWith('attach://') ? value.slice('attach://'.length) : '';
		if (name === '' || !(form[name] instanceof File)) {
			return [key, value] as const;
		}
		attached.add(name);
		return [key, form[name]] as const;
	});
	return Object.fromEntries(fields.filter(([key]) => !attached.has(key)));
}

/**
 * Reads multipart/form-data. Node's own parser refuses what grammY sends (no space after "form-data;", unquoted file
 * names), while Telegram takes it.
 */
function parseMultipart(body: Uint8Array, contentType: string): JsonObject {
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
