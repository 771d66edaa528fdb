import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Deadline } from '../catalogue/schema.ts';
import type { ProcedureId } from '../catalogue/vocabulary.ts';
import { type Applied, applyRule } from './schedule.ts';

/** In Japan, unless somebody says that they live elsewhere. */
export const DEFAULT_TIME_ZONE = 'Asia/Tokyo';

/** Stands in a path for a day that has no card and no rule. */
export const NO_CARRIER = 'date';

/** What a person wants to be reminded of, and what the carrier's rule makes of the day they said. */
export type Plan = {
	carrier?: string;
	rule?: ProcedureId;
	deadline?: Deadline;
	from: string;
	applied: Pick<Applied, 'ends' | 'leadDay' | 'grace'> & Partial<Applied>;
};

/** The deadline of a carrier. Where two are known, keeping the number counts: it is what is lost for good. */
export function ruleOf(
	{ procedures, procedure }: Catalogue,
	carrier: string,
): { rule: ProcedureId; deadline: Deadline } | undefined {
	const known = procedures(carrier).flatMap((id) => {
		const deadline = procedure(carrier, id)?.deadline;
		return deadline ? [{ rule: id, deadline }] : [];
	});
	return known.find(({ rule }) => rule === 'keep-number') ?? known[0];
}

/** Applies a carrier's rule to a day. Without a rule the day itself is what all is about. */
export function planFor(catalogue: Catalogue, subject: string, from: string): Plan {
	const carrier = catalogue.carrier(subject)?.id;
	const known = carrier === undefined ? undefined : ruleOf(catalogue, carrier);
	return {
		...(carrier === undefined ? {} : { carrier }),
		...known,
		from,
		applied: known ? applyRule(known.deadline, from) : { ends: from },
	};
}
