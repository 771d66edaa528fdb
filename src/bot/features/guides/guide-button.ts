import { type Guide, pick } from '../../../catalogue/catalogue.ts';
import { guidePath } from '../../paths.ts';
import type { Asker } from '../../screens/screen.ts';

/** The button that opens a guide, under its name; none where there is no such guide. */
export function guideButtons(
	guide: Guide | undefined,
	{ locale }: Pick<Asker, 'locale'>,
): { text: string; path: string }[] {
	return guide ? [{ text: pick(guide.names, locale), path: guidePath(guide) }] : [];
}
