import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { PROCEDURES } from '../src/catalogue/vocabulary.ts';

const ROOT = resolve(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const architecture = read('docs/architecture.md');

/** The indented lines of the map, as paths. */
function mappedFolders(): string[] {
	const path: string[] = [];
	const map = architecture.slice(architecture.indexOf('\n## Folders\n'));
	return [...map.matchAll(/^ {4}( *)([\w.-]+)\/ {2,}\S/gm)].map(([, indent = '', name = '']) => {
		path.splice(indent.length / 2, Infinity, name);
		return path.join('/');
	});
}

function foldersIn(folder: string): string[] {
	return readdirSync(join(ROOT, folder), { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.map((entry) => join(folder, entry.name));
}

/** What git ignores, and what an editor or git itself puts beside our folders. */
function isOurs(folder: string): boolean {
	const ignored = read('.gitignore').split('\n');
	return ['.ci', '.github'].includes(folder) || !(folder.startsWith('.') || ignored.includes(`${folder}/`));
}

test('the folder map of docs/architecture.md is the tree', () => {
	const top = foldersIn('.').filter(isOurs);
	const source = foldersIn('src');
	const tree = [...top, ...source, ...source.flatMap(foldersIn)];
	const mapped = mappedFolders();
	expect(tree.filter((folder) => !mapped.includes(folder) && !isEmpty(folder)).sort()).toEqual([]);
	expect(mapped.filter((folder) => !existsSync(join(ROOT, folder)))).toEqual([]);
});

/** An empty folder is what is left of one that moved: git does not have it. */
function isEmpty(folder: string): boolean {
	return readdirSync(join(ROOT, folder)).length === 0;
}

test('a folder imports only those that docs/architecture.md allows it', () => {
	const rows = [...architecture.matchAll(/^\| `([\w/-]+)` *\|(.*)\|$/gm)];
	expect(rows.length).toBeGreaterThan(5);
	const wrong = rows.flatMap(([, folder = '', allowed = '']) =>
		importsOf(folder).filter(({ to }) => !allowed.includes(`\`${to}\``)),
	);
	expect(wrong).toEqual([]);
});

/** What a folder imports from those beside it: of `bot` from all of src, of `bot/deliver` from the others in bot. */
function importsOf(folder: string): { from: string; to: string }[] {
	const inside = join(ROOT, 'src', folder);
	const parent = dirname(inside);
	const files = readdirSync(inside, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
	return files.flatMap((name) =>
		[...readFileSync(join(inside, name), 'utf8').matchAll(/\bfrom '(\.[^']+)'/g)].flatMap(([, target = '']) => {
			const path = relative(parent, resolve(dirname(join(inside, name)), target));
			const [first = '', ...more] = path.split('/');
			const to = join(dirname(folder), first);
			// Files that lie in the parent itself belong to all beside them, and locales/ is data.
			return more.length > 0 && to !== folder && first !== '..' ? [{ from: `${folder}/${name}`, to }] : [];
		}),
	);
}

const pages = [
	...readdirSync(ROOT).filter((name) => name.endsWith('.md')),
	...['docs', 'knowledge', '.github'].flatMap((folder) =>
		readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
			.filter((name) => name.endsWith('.md'))
			.map((name) => join(folder, name)),
	),
];

test.each(pages)('every link in %s leads to a file, and to a heading of it', (page) => {
	const links = [...read(page).matchAll(/\]\((?!https?:|mailto:)([^)\s]+)\)/g)].map(([, target = '']) => target);
	const broken = links.filter((target) => {
		const [file = '', heading] = target.split('#');
		const path = file === '' ? page : join(dirname(page), file);
		return !existsSync(join(ROOT, path)) || (heading !== undefined && !headingsOf(path).includes(heading));
	});
	expect(broken).toEqual([]);
});

/** As GitHub makes anchors of them. */
function headingsOf(file: string): string[] {
	return [...read(file).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
		heading
			.toLowerCase()
			.replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
			.replaceAll(' ', '-'),
	);
}

test('the form for an outdated step offers every procedure', () => {
	const form = parse(read('.github/ISSUE_TEMPLATE/outdated-step.yml')) as {
		body: { id?: string; attributes: { options?: string[] } }[];
	};
	expect(form.body.find(({ id }) => id === 'procedure')?.attributes.options).toEqual([...PROCEDURES]);
});

test('every npm script that a page names exists', () => {
	const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
	const named = pages.flatMap((page) =>
		[...read(page).matchAll(/npm run (?:--silent )?([a-z][\w:-]*)/g)].map(([, name = '']) => ({ page, name })),
	);
	expect(named.filter(({ name }) => !(name in scripts))).toEqual([]);
});
