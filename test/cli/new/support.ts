import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { beforeEach } from 'vitest';
import { checkKnowledge } from '../../../src/catalogue/check.ts';
import { loadKnowledge } from '../../../src/catalogue/load.ts';
import { formatProblem } from '../../../src/catalogue/problem.ts';
import { toYaml } from '../../../src/cli/new/yaml-format.ts';
import { type NewOptions, runNew } from '../../../src/cli/new.ts';
import { knowledgeFixture } from '../../support/knowledge-fixture.ts';
import { createKnowledgeFolder } from '../../support/knowledge-folder.ts';
import { temporaryFolder } from '../../support/nokori.ts';

type Conversation = { shown: string; code: number };

/** Where the conversations of a test write. */
export const options: Pick<NewOptions, 'folder' | 'drafts' | 'today'> = { folder: '', drafts: '', today: '2026-11-20' };

export let write: (file: string, content: string) => void;

/** Gives every test of a file two carriers without procedures in a folder of its own. */
export function useKnowledgeFolder(): void {
	beforeEach(() => {
		options.drafts = temporaryFolder();
		const { carriers, ...knowledge } = knowledgeFixture();
		const identified = carriers.map((carrier) => ({ ...carrier, procedures: new Map() }));
		({ folder: options.folder, write } = createKnowledgeFolder({ ...knowledge, carriers: identified }, toYaml));
	});
}

export function read(file: string): string {
	return readFileSync(join(options.folder, file), 'utf8');
}

export function files(): string[] {
	return readdirSync(options.folder, { recursive: true, encoding: 'utf8' }).sort();
}

/** Answers all questions from a pipe, one line each. */
export async function answer(args: readonly string[], lines: readonly string[]): Promise<Conversation> {
	const output = new PassThrough();
	const input = Readable.from([lines.map((line) => `${line}\n`).join('')]);
	const code = await runNew(args, { input, output, ...options });
	output.end();
	return { shown: await text(output), code };
}

/** What the check finds in the folder. */
export function problems(): string[] {
	const { folder, today } = options;
	return checkKnowledge(loadKnowledge(folder), { today, exceptions: [], optionalLocales: ['ko', 'vi'] }).map(
		formatProblem,
	);
}

export const GIST = ['Buy a topping.', 'トッピングを購入します。', '购买加量包。', '購買加購包。'];
export const STEP = ['Open the app.', 'アプリを開きます。', '打开应用。', '打開應用程式。'];
export const WHEN = ['iPhone', 'iPhoneの場合', 'iPhone', 'iPhone'];
export const SOURCE = ['https://povo.jp/en/', 'yes', '2026-03', 'copy', '', 'toppings are bought in the app', 'no'];
export const NONE = '';

/** A method of povo with nothing that may be left out. */
export const METHOD = ['app', NONE, NONE, 'login', ...STEP, NONE, NONE, NONE, NONE, ...SOURCE, 'high'];
export const PROCEDURE = ['povo', 'keep-number', ...GIST, NONE, ...METHOD, 'no'];

export const IDENTITY = [
	...['linemo', 'LINEMO', 'LINEMO', 'LINEMO', 'LINEMO', 'ラインモ, line mobile', 'SoftBank Corp.'],
	...['sub-brand', 'softbank', 'physical, esim', 'postpaid', 'active', NONE, 'linemo.jp', 'https://www.linemo.jp/'],
];
export const ACCOUNT = [
	...['My Menu', 'My Menu', 'My Menu', 'My Menu'],
	'https://www.linemo.jp/my/',
	'Your number.',
	'電話番号です。',
	'您的号码。',
	'您的號碼。',
];
export const CLUES = ['plus.acs.jp.v6', '898120', NONE, 'LINEMO'];
export const OWN = METHOD.map((line) => line.replace('https://povo.jp/en/', 'https://www.linemo.jp/'));
