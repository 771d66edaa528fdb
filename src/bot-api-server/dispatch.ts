import type { Call, Calls } from './calls.ts';
import { BotApiError } from './errors.ts';
import type { ActiveFault, ErrorFault, Faults } from './faults.ts';
import type { JsonObject } from './json.ts';
import { type BotApiMethod, runMethod } from './method.ts';
import type { World } from './world/world.ts';

export type CallOutcome = { kind: 'answer'; status: number; body: unknown } | { kind: 'drop' } | { kind: 'malformed' };
export type ServerState = { world: World; faults: Faults; calls: Calls };
export type Request = { method: BotApiMethod; raw: JsonObject; signal: AbortSignal };

const DEFAULT_DESCRIPTIONS: Readonly<Record<number, string>> = {
	400: 'Bad Request',
	401: 'Unauthorized',
	403: 'Forbidden',
	404: 'Not Found',
	409: 'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
	421: 'Misdirected Request: unallowed token specified',
	500: 'Internal Server Error: restart',
	502: 'Bad Gateway',
};

/** Carries out one call, faults included, and records it. */
export async function dispatch(state: ServerState, request: Request): Promise<CallOutcome> {
	const { world, calls } = state;
	const call = calls.record({ method: request.method.name, params: request.raw, at: world.now() });
	const started = performance.now();
	try {
		return await answer(state, request, call);
	} finally {
		calls.end(call, performance.now() - started);
	}
}

async function answer({ world, faults }: ServerState, request: Request, call: Call): Promise<CallOutcome> {
	const fault = await faults.apply(request.method.name, request.raw, () => {
		call.fault = 'hung';
	});
	// A client that disconnected while the call hung or was delayed must not cause anything.
	if (request.signal.aborted || fault?.kind === 'drop') {
		call.fault ??= 'dropped';
		return { kind: 'drop' };
	}
	if (fault && fault.kind !== 'after-commit') {
		return refuseByFault(call, fault);
	}
	const outcome = await runAndRecord(world, request, call);
	if (fault) {
		call.fault = 'dropped after commit';
		return { kind: 'drop' };
	}
	return outcome;
}

function refuseByFault(call: Call, fault: ActiveFault): CallOutcome {
	if (fault.kind === 'malformed' || !fault.error) {
		call.fault = 'malformed';
		return { kind: 'malformed' };
	}
	return refuse(call, toError(fault.error));
}

function toError({ errorCode, description, parameters }: ErrorFault): BotApiError {
	const retryAfter = parameters?.retry_after;
	const flood = retryAfter === undefined ? undefined : `Too Many Requests: retry after ${retryAfter}`;
	return new BotApiError(errorCode, description ?? flood ?? DEFAULT_DESCRIPTIONS[errorCode] ?? 'Error', parameters);
}

async function runAndRecord(world: World, request: Request, call: Call): Promise<CallOutcome> {
	try {
		call.result = structuredClone(await runMethod(request.method, { world, raw: request.raw, signal: request.signal }));
		return { kind: 'answer', status: 200, body: { ok: true, result: call.result } };
	} catch (error) {
		if (error instanceof BotApiError) {
			return refuse(call, error);
		}
		// Retries of the bot could hide the 500 that follows. As a violation it fails the test.
		world.violations.push({ method: call.method, rule: 'fake-server-bug', detail: String(error) });
		throw error;
	}
}

function refuse(call: Call, error: BotApiError): CallOutcome {
	call.error = { errorCode: error.errorCode, description: error.message };
	return { kind: 'answer', status: error.errorCode, body: errorBody(error) };
}

export function errorBody({ errorCode, message, parameters }: BotApiError): unknown {
	return { ok: false, error_code: errorCode, description: message, ...(parameters ? { parameters } : {}) };
}
