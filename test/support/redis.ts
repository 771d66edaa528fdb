import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { expect, onTestFinished } from 'vitest';
import { StoreError } from '../../src/errors.ts';
import type { Store } from '../../src/storage/store.ts';
import { freePort } from './loopback.ts';

export type RedisServer = {
	url: string;
	/** Kills it, as a power cut does. What was written is on the disk. */
	kill: () => Promise<void>;
	/** Starts it again on the same port with what was written. */
	start: () => Promise<void>;
	/** Lets it hang, and go on. */
	freeze: () => void;
	thaw: () => void;
};

/** A real server on a free port, with its files in a temporary folder; gone after the test. */
export async function startRedis(): Promise<RedisServer> {
	const folder = mkdtempSync(join(tmpdir(), 'nokori-redis-'));
	const port = await freePort();
	let child = await launch(port, folder);
	onTestFinished(async () => {
		await end(child);
		rmSync(folder, { recursive: true, force: true });
	});
	return {
		url: `redis://127.0.0.1:${port}`,
		kill: () => end(child),
		start: async () => {
			child = await launch(port, folder);
		},
		freeze: () => void child.kill('SIGSTOP'),
		thaw: () => void child.kill('SIGCONT'),
	};
}

async function launch(port: number, folder: string): Promise<ChildProcess> {
	const options = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', ''];
	const child = spawn('redis-server', [...options, '--appendonly', 'yes', '--appendfsync', 'always'], {
		stdio: 'ignore',
	});
	await once(child, 'spawn');
	const redis = new Redis(port, '127.0.0.1', { retryStrategy: () => 20, maxRetriesPerRequest: null });
	redis.on('error', () => undefined);
	await redis.ping();
	redis.disconnect();
	return child;
}

async function end(child: ChildProcess): Promise<void> {
	if (child.exitCode === null && child.signalCode === null) {
		const exited = once(child, 'exit');
		child.kill('SIGKILL');
		await exited;
	}
}

/** Asks until it is so, for half a minute: machines are slow when all tests run beside each other. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
	for (let tries = 0; tries < 1500; tries++) {
		if (await isSo()) {
			return;
		}
		await wait(20);
	}
	throw new Error('It did not come to that within half a minute.');
}

/** How long something took, in milliseconds. */
export async function took(something: () => Promise<unknown>): Promise<number> {
	const start = performance.now();
	await something();
	return performance.now() - start;
}

/** A call to the store that must say that the store failed. */
export async function fails(something: Promise<unknown>): Promise<void> {
	await expect(something).rejects.toThrow(StoreError);
}

/** Whether the store answers again. */
export async function isBack(store: Store): Promise<boolean> {
	return store.listVotes().then(
		() => true,
		() => false,
	);
}

/** Every key and all that lies under it, as one text. */
export async function everythingIn({ url }: RedisServer): Promise<string> {
	const redis = new Redis(url);
	const keys = await redis.keys('*');
	const values = await Promise.all(keys.map(async (key) => [key, await read(redis, key)]));
	redis.disconnect();
	return JSON.stringify(values);
}

async function read(redis: Redis, key: string): Promise<unknown> {
	const type = await redis.type(key);
	const reading: Record<string, () => Promise<unknown>> = {
		string: () => redis.get(key),
		hash: () => redis.hgetall(key),
		zset: () => redis.zrange(key, 0, '-1', 'WITHSCORES'),
		list: () => redis.lrange(key, 0, -1),
		set: () => redis.smembers(key),
		stream: () => redis.xrange(key, '-', '+'),
	};
	return reading[type]?.();
}
