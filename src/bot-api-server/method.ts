import { badRequest } from './errors.ts';
import { isInteger, type JsonObject } from './json.ts';
import type { World } from './world/world.ts';

/** What a method gets to work with. */
export type MethodContext = {
	readonly world: World;
	readonly params: Params;
	/** Aborted when the client hangs up or the server closes. */
	readonly signal: AbortSignal;
	/** Records what Telegram would silently ignore or repair; the call still succeeds. */
	readonly violate: (rule: string, detail: string) => void;
};

/** A method of the Bot API: `call` returns its result or throws a BotApiError. */
export type BotApiMethod = {
	readonly name: string;
	readonly parameters: readonly string[];
	call(context: MethodContext): unknown;
};

/** Runs a method. Telegram ignores unknown parameters, so a typo would go unseen: it is recorded as a violation. */
export async function runMethod(
	method: BotApiMethod,
	call: { world: World; raw: Record<string, unknown>; signal: AbortSignal },
): Promise<unknown> {
	const violate = (rule: string, detail: string) => {
		call.world.violations.push({ method: method.name, rule, detail });
	};
	for (const name of Object.keys(call.raw).filter((key) => !method.parameters.includes(key))) {
		violate('unknown-parameter', `${method.name} has no parameter "${name}"`);
	}
	return await method.call({ world: call.world, params: new Params(call.raw), signal: call.signal, violate });
}

/** The parameters of one call. Telegram accepts "5" for 5 and JSON text for an object, whatever the content type. */
class Params {
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
