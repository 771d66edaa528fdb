/** Whether an address lies on one of these domains or below it. */
export function isOn(url: string, domains: readonly string[]): boolean {
	const { hostname } = new URL(url);
	return domains.some((domain) => hostname === domain || hostname.endsWith(`.${domain}`));
}
