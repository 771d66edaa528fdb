import type { CarrierFolder, Knowledge } from '../../catalogue/load.ts';
import { formatPlace } from '../../catalogue/problem.ts';
import { carrierSchema, procedureSchema } from '../../catalogue/schema.ts';
import type { ProcedureId } from '../../catalogue/vocabulary.ts';
import { askCarrier, askForId } from './carrier.ts';
import type { Answer, Interview, Path } from './interview.ts';
import { askForCarrier, askForProcedure, askProcedure, CARRIER, PROCEDURE } from './procedure.ts';
import { createReview, type Draft, toCarrierDraft, toProcedureDraft, withCarrier, withProcedure } from './review.ts';

/** An entry that is to be written, and the knowledge with it. */
export type NewFile = Draft & { entry: object };

type NewInterview = Omit<Interview<NewFile>, 'lines'>;

/** The interview about a new carrier. */
export function carrierInterview(knowledge: Knowledge, today: string): NewInterview {
	return {
		questions: async (ask) => {
			const id = await askForId(ask, knowledge);
			const entry = await askCarrier(ask, knowledge, today);
			return { ...withCarrier(knowledge, id, carrierSchema.parse(entry)), entry };
		},
		review: createReview(today, (answers) => {
			const id = valueAt<string>(answers, ['id']) ?? '';
			return withCarrier(knowledge, id, toCarrierDraft(answers));
		}),
	};
}

/** The interview about a new procedure of a carrier. */
export function procedureInterview(knowledge: Knowledge, today: string): NewInterview {
	return {
		questions: async (ask) => {
			const carrier = await askForCarrier(ask, knowledge.carriers);
			const id = await askForProcedure(ask, carrier);
			const entry = await askProcedure(ask, { carrier: carrier.entry, today });
			return { ...withProcedure(knowledge, { carrier, id }, procedureSchema.parse(entry)), entry };
		},
		review: createReview(today, (answers) => {
			const carrier = valueAt<CarrierFolder>(answers, CARRIER);
			const id = valueAt<ProcedureId>(answers, PROCEDURE);
			return carrier && id && withProcedure(knowledge, { carrier, id }, toProcedureDraft(answers));
		}),
	};
}

function valueAt<T>(answers: readonly Answer[], path: Path): T | undefined {
	const place = formatPlace(path);
	return answers.find((answer) => formatPlace(answer.path) === place)?.value as T | undefined;
}
