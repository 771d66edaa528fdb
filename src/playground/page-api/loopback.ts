/** Addresses that only this machine reaches: a name that somebody else's server could answer for is not among them. */
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\]|::1)$/i;
const HTTP_PORT = '80';

/** Whether a server on this host is for this machine alone. */
export function isLoopback(host: string): boolean {
	return LOOPBACK.test(host);
}

/** Whether a Host header, or an Origin without its "http://", names this server. */
export function isOwnHost(header: string | undefined, port: number | undefined): boolean {
	const [, name, given] = /^(.+?)(?::(\d+))?$/.exec(header ?? '') ?? [];
	const isBare = name === '::1';
	return name !== undefined && !isBare && isLoopback(name) && (given ?? HTTP_PORT) === String(port);
}
