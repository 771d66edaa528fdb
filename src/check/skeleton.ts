import unhomoglyph from 'unhomoglyph';

const looks = new Map<string, string>();

/** One character as it looks. The table is a long list, so each character is looked up once. */
function lookOf(char: string): string {
	const known = looks.get(char);
	if (known !== undefined) {
		return known;
	}
	const look = unhomoglyph(unhomoglyph(char).toLowerCase());
	looks.set(char, look);
	return look;
}

/**
 * How a host looks to the eye, by Unicode's table of confusable characters: of two that look alike the skeletons are the
 * same. The table reads m as rn and 0 as O; what it leaves out is a w made of two v.
 */
export function skeletonOf(host: string): string {
	const bare = host.normalize('NFD').replace(/\p{Mn}/gu, '');
	return [...bare].map(lookOf).join('').replaceAll('vv', 'w');
}
