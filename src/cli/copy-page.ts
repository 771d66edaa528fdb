import { cpSync } from 'node:fs';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Part of the build: copies the files of the playground's page that are no modules to dist. */
const from = fileURLToPath(new URL('../../src/playground/page/', import.meta.url));
const to = fileURLToPath(new URL('../../dist/playground/page/', import.meta.url));

cpSync(from, to, { recursive: true, filter: (path) => !['.ts', '.map'].includes(extname(path)) });
