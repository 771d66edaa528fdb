import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const TYPES: Readonly<Record<string, string>> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.mjs': 'text/javascript; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.svg': 'image/svg+xml',
	'.png': 'image/png',
	'.map': 'application/json',
};

/** What the page imports out of node_modules, by its name under /page/vendor/. */
const VENDOR = {
	'preact.js': 'preact',
	'preact-hooks.js': 'preact/hooks',
	'htm.js': 'htm',
	'htm-preact.js': 'htm/preact',
} as const;

/** Beside this folder in src and, after a build, in dist. */
const PAGE_FOLDER = fileURLToPath(new URL('../page/', import.meta.url));

export type PageFile = { body: Uint8Array<ArrayBuffer>; type: string };
export type PageFiles = {
	/** A file by its name, as "index.html" or "vendor/preact.js"; undefined unless the page has it. */
	read: (name: string) => PageFile | undefined;
};

/**
 * The files of the page. Which there are is listed once, and a name only looks one of them up, so no path leads out.
 * @param folder where the page lies; that of this program unless told
 */
export function openPageFiles(folder = PAGE_FOLDER): PageFiles {
	const files = new Map([...listFolder(folder), ...listVendor()]);
	return {
		read: (name) => {
			const path = files.get(name);
			const type = TYPES[extname(path ?? '')];
			return path === undefined || type === undefined ? undefined : { body: new Uint8Array(readFileSync(path)), type };
		},
	};
}

function listFolder(folder: string): [string, string][] {
	try {
		const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
		return names
			.filter((name) => extname(name) in TYPES)
			.map((name) => [name.split(sep).join('/'), join(folder, name)]);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
			return [];
		}
		throw error;
	}
}

function listVendor(): [string, string][] {
	return Object.entries(VENDOR).flatMap(([name, specifier]): [string, string][] => {
		const path = modulePath(specifier);
		return path === undefined ? [] : [[`vendor/${name}`, path]];
	});
}

/** Packages name their CommonJS file to `require`; the module for browsers lies beside it. */
function modulePath(specifier: string): string | undefined {
	try {
		return createRequire(import.meta.url)
			.resolve(specifier)
			.replace(/\.js$/, '.mjs');
	} catch {
		// Not installed. The page that asks for it says so in its console.
		return undefined;
	}
}

/** Only what this server sends may run or be shown; of scripts inside the page itself, those it was written with. */
export function contentPolicy(html: string): string {
	const inline = [...html.matchAll(/<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g)];
	const hashes = inline.map(([, code = '']) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`);
	return [
		"default-src 'self'",
		`script-src ${["'self'", ...hashes].join(' ')}`,
		"img-src 'self' data:",
		"object-src 'none'",
		"base-uri 'none'",
		"form-action 'self'",
		"frame-ancestors 'none'",
	].join('; ');
}
