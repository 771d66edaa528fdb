/** The person pressed Ctrl-D, or the pipe ran dry, before all was answered. */
export class EndOfAnswersError extends Error {
	override name = 'EndOfAnswersError' as const;

	constructor() {
		super(
			'The answers ended before the file was complete, so nothing was written. Start again when you have them all.',
		);
	}
}
