import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const CLOCK_TICKS_PER_SECOND = 100;

/** Starts a bot in a folder of its own, with nothing of this environment. */
export function startProcess(script, env, given = []) {
	const cwd = mkdtempSync(join(tmpdir(), 'nokori-bench-'));
	const child = spawn(process.execPath, [script, ...given], {
		cwd,
		env: { LOG_LEVEL: 'warn', ...env },
		stdio: ['ignore', 'inherit', 'inherit'],
	});
	const ended = new Promise((resolve) => child.once('exit', resolve));
	return {
		pid: child.pid,
		stop: async () => {
			child.kill('SIGTERM');
			const timer = setTimeout(() => child.kill('SIGKILL'), 10_000);
			await ended;
			clearTimeout(timer);
			rmSync(cwd, { recursive: true, force: true });
		},
	};
}

/** Resident memory in MB (2^20 bytes) of a process. */
export function residentMb(pid) {
	const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
	return Number(kilobytes) / 1024;
}

/** Seconds of a processor that a process has used. */
export function cpuSeconds(pid) {
	const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
		.replace(/^.*\) /, '')
		.split(' ');
	return (Number(fields[11]) + Number(fields[12])) / CLOCK_TICKS_PER_SECOND;
}
