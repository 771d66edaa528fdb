import { parseArgs } from 'node:util';
import { loadWords } from '../catalogue/words.ts';
import { KNOWLEDGE_FOLDER, loadContent, loadI18n } from '../content.ts';
import { measureByBatch } from './by-batch.ts';
import { type Counts, type Measured, measure, readQuestions } from './measure.ts';

const USAGE = `How well plain words are understood: npm run bench:understand -- test/understand/questions.jsonl
On lines of each batch that were left out of the training: npm run bench:understand -- --by-batch
`;

/** Prints what becomes of labelled questions, per language and source, with every mistake. */
function main(): void {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: { 'by-batch': { type: 'boolean', default: false } },
	});
	const [path] = positionals;
	if (values['by-batch']) {
		const content = loadContent(loadI18n());
		const batches = measureByBatch(content, loadWords(KNOWLEDGE_FOLDER));
		process.stdout.write(`${report(batches)}\n`);
		return;
	}
	if (path === undefined) {
		process.stderr.write(USAGE);
		process.exitCode = 1;
		return;
	}
	const questions = readQuestions(path);
	const before = performance.now();
	const content = loadContent(loadI18n());
	const loading = performance.now() - before;
	process.stdout.write(`${report(measure(content, questions))}\nloaded in ${loading.toFixed(0)} ms\n`);
}

function report({ counts, mistakes, milliseconds }: Measured): string {
	const lines = mistakes.map(({ id, wanted, got, text }) => `${id}  ${wanted} ≠ ${got}  ${text}`);
	return [...lines, '', ...counts.map(row), `a message takes ${milliseconds.toFixed(3)} ms`].join('\n');
}

function row({
	name,
	ours,
	atOnce,
	withinOneTap,
	wrong,
	lost,
	notOurs,
	answered,
	offered,
	noise,
	carrier,
}: Counts): string {
	return [
		name.padEnd(24),
		`at once ${percent(atOnce, ours)}`,
		`within one tap ${percent(withinOneTap, ours)}`,
		`wrong ${percent(wrong, ours)}`,
		`lost ${percent(lost, ours)}`,
		`not ours answered ${percent(answered, notOurs)}`,
		`not ours offered ${percent(offered, notOurs)}`,
		`group noise answered ${noise}`,
		`carrier ${percent(carrier, ours + notOurs)}`,
		`of ${ours} + ${notOurs}`,
	].join('  ');
}

function percent(part: number, whole: number): string {
	return whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`;
}

main();
