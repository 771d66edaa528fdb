import { plain } from '../../../answer/document.ts';
import type { ProcedureId } from '../../../catalogue/vocabulary.ts';
import type { Card } from '../../../storage/settings.ts';
import type { Extras } from '../../deliver/extra-buttons.ts';
import type { Content } from '../../deps.ts';
import { answerPath, carrierPath, type Topic } from '../../paths.ts';
import type { Asker } from '../../screens/screen.ts';
import { pathTo } from './index.ts';

/** Where no carrier is named, the saved card or the group's own is meant, if something is known of it; else it is asked for. */
export function pathWithoutCarrier({ catalogue }: Content, asker: Asker, procedure: ProcedureId): string {
	const { carrier, form } = usualCard(asker);
	if (carrier === undefined || !catalogue.procedure(carrier, procedure)) {
		return pathTo(catalogue, procedure);
	}
	return answerPath({ procedure, carrier, ...(form ? { form } : {}) }, catalogue);
}

/** Where others see the answer, the person's own card is left out: it would show them which one that is. */
function usualCard({ group, person, audience }: Asker): Partial<Card> {
	const own = audience === 'private' || audience === 'ephemeral' ? person?.cards?.[0] : undefined;
	return own ?? (group?.carrier === undefined ? {} : { carrier: group.carrier });
}

/** The answer, or what else is known of the carrier where there is none. */
export function resolveProcedure(
	{ catalogue }: Content,
	{ locale, t }: Asker,
	topic: Topic,
): Extras & { path: string } {
	const { procedure, carrier } = topic;
	if (catalogue.procedure(carrier, procedure)) {
		return { path: answerPath(topic, catalogue) };
	}
	const wanted = { carrier: catalogue.nameOf(carrier, locale), procedure: t(`procedure.${procedure}.title`) };
	return { path: carrierPath(carrier), notice: plain(t('notice.noProcedure', wanted)) };
}
