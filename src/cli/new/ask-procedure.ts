import type { CarrierFolder } from '../../catalogue/load.ts';
import { MAX_LENGTHS } from '../../catalogue/rules/length.ts';
import { isOneOf, PROCEDURES, type ProcedureId } from '../../catalogue/vocabulary.ts';
import { askMethod } from './ask-method.ts';
import { askMoreTexts, askText } from './ask-text.ts';
import type { Ask } from './dialogue.ts';
import type { NewMethod, NewProcedure } from './entry-types.ts';
import { given } from './given.ts';
import { oneOf, unless, words, yesOrNo } from './readers.ts';
import type { Setting } from './setting.ts';

/** The carrier for which a procedure is written. */
export function askForCarrier(ask: Ask, carriers: readonly CarrierFolder[]): Promise<CarrierFolder> {
	const ids = carriers.map(({ id }) => id);
	return ask(`Which carrier? One of ${ids.join(', ')}:`, (answer) => {
		const carrier = carriers.find(({ id }) => id === answer);
		if (!carrier) {
			return { wrong: `"${answer}" is not one of ${ids.join(', ')}.` };
		}
		return freeOf(carrier).length > 0 ? { value: carrier } : { wrong: `${answer} has every procedure already.` };
	});
}

function freeOf({ procedures }: CarrierFolder): ProcedureId[] {
	return PROCEDURES.filter((procedure) => !procedures.has(procedure));
}

/** A procedure that the carrier does not have yet. */
export function askForProcedure(ask: Ask, carrier: CarrierFolder): Promise<ProcedureId> {
	const free = freeOf(carrier);
	return ask(`Which procedure? One of ${free.join(', ')}:`, (answer) => {
		const taken = isOneOf(PROCEDURES, answer) ? carrier.procedures.get(answer) : undefined;
		return taken
			? { wrong: `${carrier.id} has ${answer} already, and nothing is overwritten: edit ${taken.file}.` }
			: oneOf(free)(answer);
	});
}

/** A whole procedure with as many methods as the person knows. */
export async function askProcedure(setting: Setting): Promise<NewProcedure> {
	const beginning = await askBeginning(setting, 'The answer');
	const methods: NewMethod[] = [];
	do {
		methods.push(await askMethod(setting, methods));
	} while (await setting.ask('Another method, less good than those before? yes or no:', yesOrNo));
	return { ...beginning, methods };
}

/** A procedure with one method, as a new carrier.yaml has them. */
export async function askShortProcedure(setting: Setting, what: string): Promise<NewProcedure> {
	return { ...(await askBeginning(setting, what)), methods: [await askMethod(setting)] };
}

async function askBeginning({ ask }: Setting, what: string): Promise<Omit<NewProcedure, 'methods'>> {
	const { gist: longest } = MAX_LENGTHS;
	const short = unless(words(), ({ length }) =>
		length > longest ? `That has ${length} characters, and ${longest} are the most.` : undefined,
	);
	const gist = await askText(ask, `${what} in one sentence of up to ${longest} characters`, short);
	const traps = await askMoreTexts(ask, 'What costs money or the number, the dearest first: trap');
	return { gist, ...given({ traps }) };
}
