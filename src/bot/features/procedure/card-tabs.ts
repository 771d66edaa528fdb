import type { Catalogue } from '../../../catalogue/catalogue.ts';
import type { ProcedureId } from '../../../catalogue/vocabulary.ts';
import type { Card } from '../../../storage/settings.ts';
import type { Extras } from '../../deliver/extra-buttons.ts';
import { answerPath, carrierPath } from '../../paths.ts';
import { shortName } from '../../screens/format.ts';
import type { Asker } from '../../screens/screen.ts';

/** A person's cards, the usual one first. Where others see the answer there are none: it would show them which. */
export function ownCards({ person, audience }: Asker): readonly Card[] {
	return audience === 'private' || audience === 'ephemeral' ? (person?.cards ?? []) : [];
}

/** The same procedure for a person's other cards. Cards whose answer is the same share a tab. */
export function cardTabs(catalogue: Catalogue, asker: Asker, procedure: ProcedureId): NonNullable<Extras['tabs']> {
	const byPath = new Map<string, Card>();
	for (const card of ownCards(asker).filter(({ carrier }) => catalogue.carrier(carrier))) {
		const path = cardAnswerPath(catalogue, card, procedure);
		byPath.set(path, byPath.get(path) ?? card);
	}
	const cards = [...byPath.values()];
	return [...byPath].slice(1).map(([path, card]) => ({ text: tabText(catalogue, asker, card, cards), path }));
}

/** What is known of a card: its answer, or else its carrier's menu. */
function cardAnswerPath(catalogue: Catalogue, { carrier, form }: Card, procedure: ProcedureId): string {
	return catalogue.procedure(carrier, procedure)
		? answerPath({ procedure, carrier, ...(form ? { form } : {}) }, catalogue)
		: carrierPath(carrier);
}

/** Four tabs share a row, so a card says no more than tells it from the others. */
function tabText(catalogue: Catalogue, { locale, t }: Asker, card: Card, cards: readonly Card[]): string {
	const { carrier, form, nickname } = card;
	const short = shortName(catalogue, carrier, locale);
	const alike = cards.filter((one) => one !== card && shortName(catalogue, one.carrier, locale) === short);
	const name = alike.some((one) => one.carrier !== carrier) ? catalogue.nameOf(carrier, locale) : short;
	const detail = form ? t(`form.${form}`) : nickname;
	return detail && alike.some((one) => one.carrier === carrier) ? `${name} · ${detail}` : name;
}
