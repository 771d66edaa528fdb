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

/** The libraries that the page imports, by their names under /page/vendor/. */
const VENDOR = {
	'preact.js': 'preact',
	'preact-hooks.js': 'preact/hooks',
	'htm.js': 'htm',
	'htm-preact.js': 'htm/preact',
} as const;

/** Lies beside this folder, in src as in dist. */
const PAGE_FOLDER = fileURLToPath(new URL('../page/', import.meta.url));

type PageFile = { body: Uint8Array<ArrayBuffer>; type: string };
export type PageFiles = {
	/** @param name as in "index.html" or "vendor/preact.js" */
	read: (name: string) => PageFile | undefined;
};

/**
 * Lists the files of the page once. A name is only looked up in this list, so path traversal is impossible.
 * @param folder with the built page; that of this program unless given
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

/** `require` resolves to the CommonJS file of a package; its ES module lies beside it. */
function modulePath(specifier: string): string | undefined {
	try {
		return createRequire(import.meta.url)
			.resolve(specifier)
			.replace(/\.js$/, '.mjs');
	} catch {
		// Not installed: the browser logs the 404.
		return undefined;
	}
}

/** The Content-Security-Policy: nothing from other hosts, and of inline scripts only those of the file, by their hash. */
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
