import type { Form } from '../catalogue/vocabulary.ts';

/** As people write it, after normalising (so hiragana is katakana). A word of its own in Latin script. */
const WORDS: readonly [Form, RegExp][] = [
	['esim', /(?<![a-z])e-?sim(?![a-z])|イーシム/],
	['physical', /sim ?card|physical sim|sim ?カード|实体卡|实体sim|实体 sim|物理sim|プラスチック/],
];

/** Whether a text speaks of a card or an eSIM. */
export function findForm(normalised: string): Form | undefined {
	return WORDS.find(([, pattern]) => pattern.test(normalised))?.[0];
}
