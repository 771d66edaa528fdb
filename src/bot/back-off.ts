const CONFLICT = 409;
const FIRST_SECONDS = 1;
const MAX_SECONDS = 30;
/** A killed poller keeps its place at Telegram for nearly a minute. */
const MAX_CONFLICT_SECONDS = 70;
const FIRST_CONFLICT_SECONDS = 5;

/**
 * How long to wait before the next try.
 * @param failures how many tries failed in a row, from 1
 * @param code Telegram's error code; undefined for a dead network
 */
export function backOffSeconds(failures: number, code: number | undefined): number {
	const [first, most] =
		code === CONFLICT ? [FIRST_CONFLICT_SECONDS, MAX_CONFLICT_SECONDS] : [FIRST_SECONDS, MAX_SECONDS];
	return Math.min(first * 2 ** (failures - 1), most);
}
