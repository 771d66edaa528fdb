import { cpSync } from 'node:fs';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The part of the build after tsc: what the playground's page has beside its modules goes to dist as it is. */
const from = fileURLToPath(new URL('../../src/playground/page/', import.meta.url));
const to = fileURLToPath(new URL('../../dist/playground/page/', import.meta.url));

cpSync(from, to, { recursive: true, filter: (path) => !['.ts', '.map'].includes(extname(path)) });
