import type { ProcedureId } from '../catalogue/vocabulary.ts';
import type { Understood } from './understand.ts';

/**
 * When a wish is answered: the text must not be too strange, and one procedure must lead the others clearly enough.
 * Who names one of our carriers may tell a longer story. Alone with the bot a wrong guess costs one tap and silence
 * costs a question; in a group a wrong answer disturbs everybody. `npm run bench:understand` shows what other numbers do.
 */
export const THRESHOLDS = {
	private: { strangeness: 0.4, strangenessOfNamed: 0.6, confidence: 0.25 },
	group: { strangeness: 0.25, strangenessOfNamed: 0.25, confidence: 0.5 },
} as const;
export type Place = keyof typeof THRESHOLDS;

/** Above this a text is told to be none of ours; below it the likeliest procedures are offered. */
const FOREIGN = 0.6;

/** Whether a text is so strange that not even a choice should be offered. */
export function isForeign({ strangeness }: Understood): boolean {
	return strangeness > FOREIGN;
}

/** The procedure to answer, or undefined where the bot should not answer at this place. */
export function wishFor(understood: Understood, place: Place): ProcedureId | undefined {
	const { carrier, procedure, confidence, strangeness } = understood;
	const limit = THRESHOLDS[place];
	const most = carrier === undefined ? limit.strangeness : limit.strangenessOfNamed;
	return strangeness <= most && confidence >= limit.confidence ? procedure : undefined;
}
