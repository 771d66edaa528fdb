const EVERY_MS = 60_000;

/**
 * Does something at most once a minute, however often it is asked for: one line in a log tells as much as a thousand.
 * @param now in milliseconds since 1970
 */
export function createThrottle(now: () => number = Date.now): (action: () => void) => void {
	let last = -Infinity;
	return (action) => {
		if (Math.abs(now() - last) >= EVERY_MS) {
			last = now();
			action();
		}
	};
}
