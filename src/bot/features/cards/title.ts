import { pick } from '../../../answer/pick.ts';
import type { Catalogue } from '../../../catalogue/catalogue.ts';
import type { Card } from '../../../storage/settings.ts';
import type { Reader } from '../../screens/screen.ts';

/** How a card is called: by what its owner named it, else by its carrier and form. */
export function cardTitle(catalogue: Catalogue, { carrier, form, nickname }: Card, { locale, t }: Reader): string {
	const names = catalogue.carrier(carrier)?.names;
	const name = names ? pick(names, locale) : carrier;
	return [name, form ? t(`form.${form}`) : '', nickname ?? ''].filter((part) => part !== '').join(' · ');
}
