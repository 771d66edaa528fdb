import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { addTo } from '../catalogue/cache.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { LABELS } from '../catalogue/words.ts';
import type { Lists } from './analyse.ts';
import type { Model } from './understand.ts';

type Cached = {
	fingerprint: string;
	features: string[];
	/** The weights as bytes in base64: far quicker to read than numbers in JSON. */
	weights: string;
	lists: Lists;
	vocabulary: readonly string[];
};

/** Changes with every word and every carrier's name, so that what was learnt from others is never used. */
export function fingerprintOf(knowledgeFolder: string, { carriers }: Catalogue): string {
	const hash = createHash('sha256');
	hash.update(LABELS.join());
	addTo(hash, knowledgeFolder, 'words');
	for (const { id, names, aliases } of carriers) {
		hash.update(JSON.stringify([id, names, aliases]));
	}
	return hash.digest('hex');
}

/** Keeps what was learnt beside the built program, so that a start need not learn it again. */
export function writeModel(path: string, fingerprint: string, model: Model): void {
	const { buffer, byteOffset, byteLength } = model.weights.values;
	const weights = Buffer.from(buffer, byteOffset, byteLength).toString('base64');
	const { lists, vocabulary } = model;
	const cached: Cached = { fingerprint, features: [...model.weights.features], weights, lists, vocabulary };
	writeFileSync(path, JSON.stringify(cached));
}

/** What was cached, or undefined where there is nothing, or only what was learnt from other words. */
export function readModel(path: string, fingerprint: string): Model | undefined {
	if (!existsSync(path)) {
		return undefined;
	}
	const cached = JSON.parse(readFileSync(path, 'utf8')) as Cached;
	if (cached.fingerprint !== fingerprint) {
		return undefined;
	}
	const bytes = Buffer.from(cached.weights, 'base64');
	const values = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / Float32Array.BYTES_PER_ELEMENT);
	const { features, lists, vocabulary } = cached;
	return { weights: { labels: LABELS, features, values }, lists, vocabulary };
}
