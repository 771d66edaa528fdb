/**
 * Why Telegram would not take a link, in the words of TDLib (LinkManager::check_link, parse_url); undefined for a good
 * one. A host needs a dot, so localhost is refused.
 */
export function urlProblem(url: unknown): string | undefined {
	if (typeof url !== 'string' || url === '' || /\s/.test(url)) {
		return 'Wrong HTTP URL';
	}
	if (/^tg:(\/\/)?[a-z_]+([?/].*)?$/i.test(url)) {
		return undefined;
	}
	return hostProblem(url);
}

function hostProblem(url: string): string | undefined {
	const absolute = /^[a-z][a-z0-9+.-]*:/i.test(url) ? url : `http://${url}`;
	if (!URL.canParse(absolute)) {
		return 'Wrong HTTP URL';
	}
	const parsed = new URL(absolute);
	if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') {
		return 'Unsupported URL protocol';
	}
	if (parsed.hostname === '') {
		return 'URL host is empty';
	}
	const labels = parsed.hostname.split('.');
	return labels.length < 2 || labels.includes('') ? 'Wrong HTTP URL' : undefined;
}
