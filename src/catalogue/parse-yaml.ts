import { createRequire } from 'node:module';
import type { Document } from 'yaml';
import { findTooDeep } from './nesting.ts';
import { type Problem, placeInText } from './problem.ts';

type Yaml = typeof import('yaml');

/** Loaded with the first file, since a start from cached knowledge reads none. */
const loadYaml = (): Yaml => createRequire(import.meta.url)('yaml');

/** One mistake often breaks every line below it. */
const MAX_SHOWN = 5;
/** More than any file needs, so that what aliases stand for stays small. */
const MAX_ALIASES = 100;

/** Something wrong, and where in the text it begins. */
type Found = { at: number; wrong: string; value?: string; remedy: string };

/**
 * Parses a text as YAML. Nothing that stands in it can throw.
 * @param file how it is named in problems
 * @returns the value, or all that is wrong, by line
 */
export function parseYaml(text: string, file: string): { value?: unknown; problems: Problem[] } {
	const yaml = loadYaml();
	const deep = findTooDeep(yaml, text);
	if (deep !== undefined) {
		const remedy = 'Look there for a bracket that is never closed, and put a text with brackets in quotes.';
		return { problems: [{ file, place: placeInText(text, deep), wrong: 'nested too deeply', remedy }] };
	}
	// The library compares each key with every other, which takes minutes where there are many.
	const document = yaml.parseDocument(text, { prettyErrors: false, uniqueKeys: false, logLevel: 'error' });
	const broken = [...document.errors, ...document.warnings].map(({ pos, message }): Found => {
		return { at: pos[0], wrong: message, remedy: 'Mend the YAML there; in quotes any sentence is a plain text.' };
	});
	const found = broken.length > 0 ? broken : [...findAliases(yaml, document), ...findKeys(yaml, document)];
	const problems = found.slice(0, MAX_SHOWN).map(({ at, ...rest }): Problem => {
		return { file, place: placeInText(text, at), ...rest };
	});
	return problems.length > 0 ? { problems } : { value: document.toJS(), problems };
}

/**
 * An alias stands for what an anchor above it names. It must not lie within another anchor's value: so nested, a few
 * lines would stand for gigabytes.
 */
function findAliases(yaml: Yaml, document: Document): Found[] {
	const anchors = new Set<string>();
	const found: Found[] = [];
	let count = 0;
	yaml.visit(document, {
		Alias: (_key, node, path) => {
			const { source: name } = node;
			const value = `*${name}`;
			const at = node.range?.[0] ?? 0;
			count += 1;
			if (!anchors.has(name)) {
				found.push({ at, wrong: `an alias of &${name}, which is nowhere above`, value, remedy: IN_QUOTES });
			} else if (path.some((above) => yaml.isCollection(above) && above.anchor !== undefined)) {
				found.push({ at, wrong: 'an alias within what an anchor names', value, remedy: 'Write it out there.' });
			} else if (count > MAX_ALIASES) {
				found.push({
					at,
					wrong: `more than ${MAX_ALIASES} aliases`,
					value,
					remedy: 'Write them out, or split the file.',
				});
			}
		},
		Value: (_key, { anchor }) => {
			if (anchor !== undefined) {
				anchors.add(anchor);
			}
		},
	});
	return found;
}

const IN_QUOTES = 'Put a text that begins with * in quotes, or write &name where the value stands first.';

/** A field has a name, and is there once. */
function findKeys(yaml: Yaml, document: Document): Found[] {
	const found: Found[] = [];
	yaml.visit(document, {
		Map: (_key, map) => {
			const known = new Set<string>();
			for (const { key } of map.items) {
				const at = yaml.isNode(key) ? (key.range?.[0] ?? 0) : 0;
				if (!yaml.isScalar(key)) {
					found.push({ at, wrong: 'the name of a field is no word', remedy: 'Put it in quotes.' });
					continue;
				}
				const name = String(key.value);
				if (known.has(name)) {
					found.push({ at, wrong: 'the field is there twice', value: name, remedy: 'Leave one of them.' });
				}
				known.add(name);
			}
		},
	});
	return found;
}
