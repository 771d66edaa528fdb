// Run by npm behind every installation. `npm ci --omit=dev` brings no compiler: a dist/ that is built already is enough
// then, and without one nothing could be started.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import process from 'node:process';

if (existsSync('node_modules/typescript')) {
	process.exit(
		spawnSync('npm', ['run', 'build'], { stdio: 'inherit', shell: process.platform === 'win32' }).status ?? 1,
	);
}
if (!existsSync('dist/main.js')) {
	process.stderr.write(
		'dist/ is missing, and cannot be built without the packages for development: run "npm ci", or put a built dist/ here before "npm ci --omit=dev".\n',
	);
	process.exit(1);
}
