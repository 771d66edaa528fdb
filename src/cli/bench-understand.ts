import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { loadContent, loadI18n } from '../content.ts';
import { type Labelled, type Measured, measure } from '../understand/measure.ts';

const labelledSchema = z.object({
	id: z.string(),
	lang: z.string(),
	text: z.string(),
	procedure: z.string(),
	carrier: z.string().nullable(),
	also: z.array(z.string()).optional(),
	note: z.string().optional(),
});

/** Prints how well plain words are understood, per language, with every mistake. */
function main(): void {
	const [path] = process.argv.slice(2);
	if (path === undefined) {
		process.stderr.write(
			'Name a file of labelled questions: npm run bench:understand -- test/understand/questions.jsonl\n',
		);
		process.exitCode = 1;
		return;
	}
	const lines = readFileSync(path, 'utf8').trim().split('\n');
	const questions: Labelled[] = lines.map((line) => labelledSchema.parse(JSON.parse(line)));
	const before = performance.now();
	const { understand } = loadContent(loadI18n());
	const loading = performance.now() - before;
	process.stdout.write(`${report(measure(understand, questions))}\nloaded in ${loading.toFixed(0)} ms\n`);
}

function report({ languages, mistakes, milliseconds }: Measured): string {
	const percent = (part: number, whole: number): string =>
		whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`;
	const rows = languages.map(({ lang, asked, procedure, all, carrier, none, answered, noise }) =>
		[
			lang.padEnd(8),
			`procedure ${percent(procedure, asked)}`,
			`carrier ${percent(carrier, all)}`,
			`false answers ${percent(answered, none)}`,
			`group noise answered ${noise}`,
		].join('  '),
	);
	const lines = mistakes.map(({ id, text, wanted, got }) => `${id}  ${wanted} ≠ ${got}  ${text}`);
	return [...lines, '', ...rows, `a message takes ${milliseconds.toFixed(3)} ms`].join('\n');
}

main();
