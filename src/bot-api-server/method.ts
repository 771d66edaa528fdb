import { Params } from './params.ts';
import type { World } from './world/world.ts';

export type MethodContext = {
	readonly world: World;
	readonly params: Params;
	/** Aborted when the client hangs up or the server closes. */
	readonly signal: AbortSignal;
	/** Records what Telegram would swallow in silence; the call still succeeds. */
	readonly violate: (rule: string, detail: string) => void;
};

export type BotApiMethod = {
	readonly name: string;
	readonly parameters: readonly string[];
	call(context: MethodContext): unknown;
};

/** Runs a method and notes parameters it does not know: Telegram ignores them, so a typo would go unseen. */
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
