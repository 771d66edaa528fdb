/** Another server that has the pages, as a proxy or an archive, at `<its address>/<host>/<path>?<query>`. */
export type Through = URL | undefined;

/** The address at which a page is fetched. Sources with http are asked for with https. */
export function addressOf(page: URL, through: Through): URL {
	if (!through) {
		const secure = new URL(page);
		secure.protocol = 'https:';
		return secure;
	}
	return new URL(`${through.href.replace(/\/$/, '')}/${page.host}${page.pathname}${page.search}`);
}

const INNER = /.(https?:\/\/.+)$/;
const HOST = /^([a-z0-9-]+\.)+[a-z][a-z0-9-]+(:\d+)?$/i;

/**
 * Which page a redirect leads to, whoever served it.
 * @param location the header, as it came
 * @param fetched the address that answered
 * @param page the page that was asked for
 */
export function pageBehind(location: string, fetched: URL, { page, through }: { page: URL; through: Through }): URL {
	const target = new URL(location, fetched);
	if (target.origin !== through?.origin) {
		return target;
	}
	// An archive names the page in full.
	const [, inner] = INNER.exec(target.href) ?? [];
	if (inner !== undefined && URL.canParse(inner)) {
		return new URL(inner);
	}
	const base = through.pathname.replace(/\/$/, '');
	const path = target.pathname.startsWith(`${base}/`) ? target.pathname.slice(base.length + 1) : '';
	const [host = '', ...rest] = path.split('/');
	return HOST.test(host)
		? new URL(`https://${host}/${rest.join('/')}${target.search}`)
		: // A server that passes on what the page's own said.
			new URL(`${target.pathname}${target.search}`, page);
}

/** Whether two addresses are one page: www, a slash at the end, index.html or more in the query make no difference. */
export function isSamePage(a: URL, b: URL): boolean {
	return (
		plainHost(a) === plainHost(b) &&
		plainPath(a) === plainPath(b) &&
		[...a.searchParams].every(([name, value]) => b.searchParams.get(name) === value)
	);
}

export function plainHost({ hostname }: URL): string {
	return hostname.replace(/^www\./, '');
}

function plainPath({ pathname }: URL): string {
	return pathname.replace(/\/index\.\w+$/, '/').replace(/\/+$/, '');
}
