type Place<T> = { children: { get: (name: string) => T | undefined }; dynamic?: { name: RegExp; place: T } };

/**
 * The place for a path, or the nearest one above it: an old button opens what is left of its place.
 * @param root a screen or a menu
 * @param path like /check-data/povo/; anything else leads to the root
 */
export function findPlace<T extends Place<T>>(root: T, path: string): { place: T; path: string } {
	let found = { place: root, path: '/' };
	for (const name of path.split('/').slice(1, -1)) {
		const { children, dynamic } = found.place;
		const child = children.get(name) ?? (dynamic?.name.test(name) ? dynamic.place : undefined);
		if (!child) {
			break;
		}
		found = { place: child, path: `${found.path}${name}/` };
	}
	return found;
}
