import { badRequest } from './errors.ts';
import { isInteger, type JsonObject } from './json.ts';

/** The parameters of one call. JSON, query and form bodies differ in types: Telegram reads all of them alike. */
export class Params {
	readonly raw: JsonObject;

	constructor(raw: JsonObject) {
		this.raw = raw;
	}

	has(name: string): boolean {
		return this.raw[name] !== undefined && this.raw[name] !== null;
	}

	string(name: string): string | undefined {
		const value = this.raw[name];
		if (value === undefined || value === null) {
			return undefined;
		}
		if (typeof value === 'object') {
			throw badRequest(`field "${name}" must be of type String`);
		}
		return String(value);
	}

	integer(name: string): number | undefined {
		const text = this.string(name);
		if (text === undefined || text === '') {
			return undefined;
		}
		const value = Number(text);
		if (!isInteger(value)) {
			throw badRequest(`field "${name}" must be of type Number`);
		}
		return value;
	}

	boolean(name: string): boolean {
		const text = this.string(name)?.toLowerCase();
		return text === 'true' || text === '1' || text === 'yes';
	}

	/** An object or array; forms and queries carry it as JSON text. */
	json(name: string): unknown {
		const value = this.raw[name];
		if (typeof value !== 'string') {
			return value ?? undefined;
		}
		if (value === '') {
			return undefined;
		}
		try {
			return JSON.parse(value);
		} catch {
			throw badRequest(`can't parse ${name} JSON object`);
		}
	}
}
