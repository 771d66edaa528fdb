/** What a refusal of Telegram means, for those that are no mistake. */
const HARMLESS: readonly [RegExp, string][] = [
	[/message is not modified/, 'Nothing to change: the message looks like this already.'],
	[/query is too old/, 'Too late: nobody waits for this answer any more.'],
];

type Refusal = {
	/** In plain words. */
	text: string;
	/** Whether the person misses something through it. */
	isHarmless: boolean;
};

/** @param error the description of the Bot API's answer, or how the call broke off */
export function readRefusal(error: string): Refusal {
	const [, text] = HARMLESS.find(([wording]) => wording.test(error)) ?? [];
	return text === undefined
		? { text: `Refused: ${error.replace(/^Bad Request: /, '')}`, isHarmless: false }
		: { text, isHarmless: true };
}
