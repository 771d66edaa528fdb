import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Intent, ProcedureId } from '../catalogue/vocabulary.ts';

/** What a balance may be. */
export const BALANCES: readonly Intent[] = ['check-data', 'check-bill'] satisfies ProcedureId[];

/** What a carrier's balance is: the data left on a prepaid card or a travel eSIM, the bill of a contract. */
export function balanceOf(catalogue: Catalogue, carrierId: string): ProcedureId {
	const carrier = catalogue.carrier(carrierId);
	const isPrepaid = carrier?.billing.every((billing) => billing === 'prepaid') || carrier?.kind === 'travel-esim';
	return isPrepaid || !catalogue.procedure(carrierId, 'check-bill') ? 'check-data' : 'check-bill';
}
