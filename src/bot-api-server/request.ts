import type { Context } from 'hono';
import { badRequest } from './errors.ts';
import { isObject, type JsonObject } from './json.ts';
import { parseMultipart } from './multipart.ts';

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
