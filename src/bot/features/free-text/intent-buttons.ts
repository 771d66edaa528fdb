import { GUIDES, type Intent, isOneOf } from '../../../catalogue/vocabulary.ts';
import type { Content } from '../../deps.ts';
import { answerPath } from '../../paths.ts';
import type { Asker } from '../../screens/screen.ts';
import { guideButtons } from '../guides/guide-button.ts';
import { pathTo } from '../procedure/index.ts';

/** A button for each intent: the answer of the carrier where there is one, else the choice of carriers, or the guide. */
export function intentButtons(
	{ catalogue }: Content,
	asker: Pick<Asker, 'locale' | 't'>,
	intents: readonly Intent[],
	carrier: string | undefined,
): { text: string; path: string }[] {
	const { locale, t } = asker;
	return intents.flatMap((intent) => {
		if (isOneOf(GUIDES, intent)) {
			return guideButtons(catalogue.guide(intent), asker);
		}
		const button = t(`procedure.${intent}.button`);
		if (carrier === undefined || !catalogue.procedure(carrier, intent)) {
			return [{ text: button, path: pathTo(catalogue, intent) }];
		}
		const text = t('answer.title', { carrier: catalogue.nameOf(carrier, locale), procedure: button });
		return [{ text, path: answerPath({ procedure: intent, carrier }) }];
	});
}
