import type { ProcedureId } from '../catalogue/vocabulary.ts';
import type { Understood } from './understand.ts';

/**
 * When a wish is answered: the text must not be too strange, and one procedure must lead the others clearly enough.
 * Alone with the bot a wrong guess costs one tap and silence costs a question; in a group a wrong answer disturbs
 * everybody. `npm run bench:understand` shows what other numbers do.
 */
export const THRESHOLDS = {
	private: { strangeness: 0.4, confidence: 0.33 },
	group: { strangeness: 0.25, confidence: 0.5 },
} as const;
export type Place = keyof typeof THRESHOLDS;

/** The procedure to answer, or undefined where the bot should not answer at this place. */
export function wishFor({ procedure, confidence, strangeness }: Understood, place: Place): ProcedureId | undefined {
	const limit = THRESHOLDS[place];
	return strangeness <= limit.strangeness && confidence >= limit.confidence ? procedure : undefined;
}
