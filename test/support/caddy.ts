import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import { freePort } from './loopback.ts';
import { temporaryFolder } from './nokori.ts';
import { until } from './redis.ts';

const CADDYFILE = join(resolve(import.meta.dirname, '../..'), 'deploy/Caddyfile');

/**
 * Starts the real Caddy with our Caddyfile before replicas, until the test ends. It listens on a free port without TLS,
 * as no authority would certify this machine.
 * @param replicas where each listens, like http://127.0.0.1:40123
 * @returns its address
 */
export async function startCaddy(replicas: readonly string[]): Promise<string> {
	const url = `http://127.0.0.1:${await freePort()}`;
	const folder = temporaryFolder();
	const config = join(folder, 'Caddyfile');
	// Its own port for administration would be the same for everybody.
	writeFileSync(config, readFileSync(CADDYFILE, 'utf8').replace('{\n', '{\n\tadmin off\n'));
	const upstreams = replicas.map((replica) => new URL(replica).host).join(' ');
	const child = spawn('caddy', ['run', '--config', config, '--adapter', 'caddyfile'], {
		env: { PATH: process.env['PATH'], HOME: folder, DOMAIN: url, UPSTREAMS: upstreams },
		stdio: 'ignore',
	});
	onTestFinished(() => void child.kill('SIGKILL'));
	await until(() =>
		fetch(url).then(
			() => true,
			() => false,
		),
	);
	return url;
}
