import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CarrierFolder, type Knowledge, type ProcedureFile, withCarrierFile } from './load.ts';
import type { ProcedureId } from './vocabulary.ts';

type Procedures = [ProcedureId, ProcedureFile][];
type CachedCarrier = Omit<CarrierFolder, 'procedures'> & { procedures: Procedures };

/** The knowledge as JSON, which is read two hundred times as fast as YAML that is checked against its schema. */
type Cached = { fingerprint: string } & Pick<Knowledge, 'categories' | 'guides' | 'changed' | 'notices'> & {
		carriers: CachedCarrier[];
		device: Procedures;
	};

/** The words are no part of the catalogue. The model that is trained on them has a cache and a fingerprint of its own. */
const WORDS_FOLDER = 'words';

/**
 * Changes with every name and every byte of the knowledge files. Sizes and times are not used: they can stay the same
 * after an edit, and change with a mere copy.
 */
export function fingerprintOfKnowledge(folder: string): string {
	const hash = createHash('sha256');
	for (const name of namesIn(folder)) {
		if (name !== WORDS_FOLDER) {
			addTo(hash, folder, name);
		}
	}
	return hash.digest('hex');
}

/**
 * Adds all that lies in a place to a hash. What cannot be read is part of it too: reading it tells what is wrong.
 * @param name of the file or folder
 */
export function addTo(hash: ReturnType<typeof createHash>, folder: string, name: string): void {
	const path = join(folder, name);
	const content = readOrList(path);
	// The length keeps the end of a file from being taken for the name of the next one.
	hash.update(`${name}\0${content.length}\0`);
	if (!Array.isArray(content)) {
		hash.update(content);
		return;
	}
	for (const inside of content) {
		addTo(hash, path, inside);
	}
}

/** The bytes of a file, the names in a folder, or the error code. */
function readOrList(path: string): Buffer | string[] | string {
	try {
		return readFileSync(path);
	} catch (error) {
		const { code = '' } = error as NodeJS.ErrnoException;
		return code === 'EISDIR' ? namesIn(path) : code;
	}
}

function namesIn(path: string): string[] {
	try {
		return readdirSync(path).sort();
	} catch {
		return [];
	}
}

/**
 * Writes the cache.
 * @param knowledge valid, as `loadKnowledge` returns it
 */
export function writeKnowledge(path: string, fingerprint: string, knowledge: Knowledge): void {
	const { categories, guides, notices, device, changed } = knowledge;
	const carriers = knowledge.carriers.map((carrier) => ({ ...carrier, procedures: ownOf(carrier) }));
	const cached: Cached = { fingerprint, categories, guides, notices, changed, carriers, device: [...device] };
	writeFileSync(path, JSON.stringify(cached));
}

/** The procedures with a file of their own: those of carrier.yaml are part of its entry. */
function ownOf({ file, procedures }: CarrierFolder): Procedures {
	return [...procedures].filter(([, procedure]) => procedure.file !== file);
}

/** The cached knowledge, or undefined if there is none or it was made from other files. */
export function readKnowledge(path: string, fingerprint: string): Knowledge | undefined {
	if (!existsSync(path)) {
		return undefined;
	}
	const { carriers, device, ...cached } = JSON.parse(readFileSync(path, 'utf8')) as Cached;
	if (cached.fingerprint !== fingerprint) {
		return undefined;
	}
	const { categories, guides, notices, changed } = cached;
	return {
		categories,
		guides,
		notices,
		changed,
		carriers: carriers.map(toFolder),
		device: new Map(device),
		translations: [],
	};
}

function toFolder({ procedures, ...carrier }: CachedCarrier): CarrierFolder {
	return { ...carrier, procedures: withCarrierFile(carrier.file, carrier.entry, new Map(procedures)) };
}
