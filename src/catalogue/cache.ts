import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CarrierFolder, type Knowledge, type ProcedureFile, withCarrierFile } from './load.ts';
import type { ProcedureId } from './vocabulary.ts';

type Procedures = [ProcedureId, ProcedureFile][];
type KeptCarrier = Omit<CarrierFolder, 'procedures'> & { procedures: Procedures };

/** The knowledge as JSON, which is read two hundred times as fast as YAML that is held against its schema. */
type Cached = { fingerprint: string } & Pick<Knowledge, 'categories' | 'channels'> & {
		carriers: KeptCarrier[];
		device: Procedures;
	};

/** The classifier's words are no part of the catalogue. What was learnt from them is cached with a fingerprint of its own. */
const NOT_OURS = 'words';

/**
 * Changes with every name and every byte of the knowledge files. All of them are read: sizes and times would be the same
 * after some edits, and others after a mere copy.
 */
export function fingerprintOfKnowledge(folder: string): string {
	const hash = createHash('sha256');
	for (const name of existsSync(folder) ? readdirSync(folder).sort() : []) {
		if (name !== NOT_OURS) {
			addTo(hash, folder, name);
		}
	}
	return hash.digest('hex');
}

type Hash = ReturnType<typeof createHash>;

function addTo(hash: Hash, folder: string, name: string): void {
	const path = join(folder, name);
	const content = readOrList(path);
	// With its length before it, no file can be taken for the name and the beginning of the next one.
	hash.update(`${name}\0${content.length}\0`);
	if (!Array.isArray(content)) {
		hash.update(content);
		return;
	}
	for (const inside of content) {
		addTo(hash, path, inside);
	}
}

/** The bytes of a file, the names in a folder, or why neither can be had. */
function readOrList(path: string): Buffer | string[] | string {
	try {
		return readFileSync(path);
	} catch (error) {
		const { code = '' } = error as NodeJS.ErrnoException;
		return code === 'EISDIR' ? readdirSync(path).sort() : code;
	}
}

/**
 * Keeps what was read from the knowledge files.
 * @param knowledge valid, as `loadKnowledge` returns it
 */
export function writeKnowledge(path: string, fingerprint: string, knowledge: Knowledge): void {
	const { categories, channels, device } = knowledge;
	const carriers = knowledge.carriers.map((carrier) => ({ ...carrier, procedures: ownOf(carrier) }));
	const cached: Cached = { fingerprint, categories, channels, carriers, device: [...device] };
	writeFileSync(path, JSON.stringify(cached));
}

/** What stands in carrier.yaml is cached there, and not twice. */
function ownOf({ file, procedures }: CarrierFolder): Procedures {
	return [...procedures].filter(([, procedure]) => procedure.file !== file);
}

/** What was cached, or undefined where there is nothing, or only what was read from other files. */
export function readKnowledge(path: string, fingerprint: string): Knowledge | undefined {
	if (!existsSync(path)) {
		return undefined;
	}
	const { carriers, device, ...cached } = JSON.parse(readFileSync(path, 'utf8')) as Cached;
	if (cached.fingerprint !== fingerprint) {
		return undefined;
	}
	const { categories, channels } = cached;
	return { categories, channels, carriers: carriers.map(toFolder), device: new Map(device) };
}

function toFolder({ procedures, ...carrier }: KeptCarrier): CarrierFolder {
	return { ...carrier, procedures: withCarrierFile(carrier.file, carrier.entry, new Map(procedures)) };
}
