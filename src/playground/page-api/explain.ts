import type { Catalogue } from '../../catalogue/catalogue.ts';
import { PROCEDURES, type ProcedureId } from '../../catalogue/vocabulary.ts';
import type { Explain } from './answer-source.ts';

/** These two are written in carrier.yaml. */
const IN_CARRIER_FILE: readonly ProcedureId[] = ['contact-support', 'identify-carrier'];

/**
 * Names the knowledge file of an answer: check-data_povo comes from carriers/povo/check-data.yaml, and what the phone
 * does for every carrier from device/.
 * @param readCatalogue gives what is known now, since it is exchanged when a file was edited
 */
export function explainWith(readCatalogue: () => Catalogue): Explain {
	return (payload) => {
		const [name, carrier = ''] = payload.split('_');
		const catalogue = readCatalogue();
		const procedure = PROCEDURES.find((id) => id === name);
		if (procedure === undefined || !catalogue.procedure(carrier, procedure)) {
			return undefined;
		}
		if (catalogue.isShared(carrier, procedure)) {
			return `device/${procedure}.yaml`;
		}
		return `carriers/${carrier}/${IN_CARRIER_FILE.includes(procedure) ? 'carrier' : procedure}.yaml`;
	};
}
