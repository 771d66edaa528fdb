import type { ProcedureId } from '../catalogue/vocabulary.ts';

/** What people ask next after each procedure, the likeliest first. The buttons under an answer follow this order. */
const NEXT: Record<ProcedureId, readonly ProcedureId[]> = {
	'check-data': ['check-bill', 'top-up', 'set-alert', 'keep-number', 'contact-support'],
	'check-bill': ['check-data', 'set-alert', 'contact-support', 'lost-or-stopped'],
	'top-up': ['check-data', 'renew', 'set-alert', 'contact-support'],
	renew: ['keep-number', 'check-data', 'top-up', 'contact-support'],
	'keep-number': ['renew', 'check-data', 'top-up', 'cancel', 'contact-support'],
	'set-alert': ['check-data', 'check-bill', 'keep-number', 'top-up'],
	'lost-or-stopped': ['setup-apn', 'contact-support', 'check-bill', 'check-data', 'keep-number'],
	'contact-support': ['lost-or-stopped', 'check-data', 'check-bill', 'find-number'],
	'find-number': ['identify-carrier', 'contact-support', 'check-data', 'keep-number'],
	'identify-carrier': ['check-data', 'contact-support', 'find-number', 'top-up'],
	'setup-apn': ['lost-or-stopped', 'check-data', 'contact-support', 'identify-carrier'],
	cancel: ['keep-number', 'check-bill', 'contact-support', 'lost-or-stopped'],
};

const MAX_RELATED = 4;

/**
 * The procedures to offer under an answer.
 * @param procedure the one just answered
 * @param known those that the carrier has
 */
export function relatedProcedures(procedure: ProcedureId, known: readonly ProcedureId[]): ProcedureId[] {
	return NEXT[procedure].filter((id) => known.includes(id)).slice(0, MAX_RELATED);
}
