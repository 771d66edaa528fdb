import type { ProcedureId } from '../../../catalogue/vocabulary.ts';
import type { Button, View } from '../../screens/screen.ts';

/** A guided way to the carrier. */
export type Guide = {
	/** The path of its first screen. */
	path: string;
	/** What the carrier is needed for, where that is known. */
	goal?: ProcedureId;
};

/** The name of the screen for those who find no sign, below the guide. */
export const UNKNOWN = 'unknown';

/** What the guide asks, and what for. */
export function goalTitle(goal: ProcedureId | undefined, { t }: Pick<View, 't'>): string {
	const title = t('identify.title');
	return goal ? `${t(`procedure.${goal}.title`)} · ${title}` : title;
}

/** The way out of every list. */
export function noneButton({ path }: Pick<Guide, 'path'>, { t }: Pick<View, 't'>): Button {
	return { text: t('identify.none'), path: `${path}${UNKNOWN}/` };
}
