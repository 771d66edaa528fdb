import type { Carrier } from '../catalogue/catalogue.ts';
import type { ProcedureId } from '../catalogue/vocabulary.ts';

/** Those who run out of data look here; elsewhere the block would only push the steps down. */
const SHOWN_IN: readonly ProcedureId[] = ['check-data', 'top-up', 'lost-or-stopped', 'contact-support'];

/** What works with no data left, where an answer should say it. */
export function offlineOf(carrier: Carrier, procedure: ProcedureId): Carrier['offline'] {
	return SHOWN_IN.includes(procedure) ? carrier.offline : undefined;
}
