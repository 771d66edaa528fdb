/** A server cannot be reached, or a port not be listened on. The message names the variable and the remedy. */
export class ConnectionError extends Error {
	override name = 'ConnectionError' as const;
}
