import { plain } from '../../../answer/document.ts';
import type { ProcedureId } from '../../../catalogue/vocabulary.ts';
import type { Extras } from '../../deliver/extra-buttons.ts';
import type { Content } from '../../deps.ts';
import { answerPath, carrierPath, type Topic } from '../../paths.ts';
import type { Asker } from '../../screens/screen.ts';
import { cardTabs, ownCards } from './card-tabs.ts';
import { pathTo } from './index.ts';

/** The screen that opens, and what has to be said and offered with it. */
export type Resolved = Extras & { path: string };

/**
 * Where no carrier is named, the saved card or the group's own is meant, if something is known of it; else it is asked
 * for. Who has more cards is offered the others.
 */
export function resolveWithoutCarrier({ catalogue }: Content, asker: Asker, procedure: ProcedureId): Resolved {
	const [own] = ownCards(asker);
	const { carrier, form } = own ?? { carrier: asker.group?.carrier };
	if (carrier === undefined || !catalogue.procedure(carrier, procedure)) {
		return { path: pathTo(catalogue, procedure) };
	}
	const path = answerPath({ procedure, carrier, ...(form ? { form } : {}) }, catalogue);
	return own ? { path, tabs: cardTabs(catalogue, asker, procedure) } : { path };
}

/** The answer, or what else is known of the carrier where there is none. */
export function resolveProcedure({ catalogue }: Content, { locale, t }: Asker, topic: Topic): Resolved {
	const { procedure, carrier } = topic;
	if (catalogue.procedure(carrier, procedure)) {
		return { path: answerPath(topic, catalogue) };
	}
	const wanted = { carrier: catalogue.nameOf(carrier, locale), procedure: t(`procedure.${procedure}.title`) };
	return { path: carrierPath(carrier), notice: plain(t('notice.noProcedure', wanted)) };
}
