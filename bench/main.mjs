// npm run bench: measures, prints a table, writes bench/results.json and docs/images/performance.svg.
// Ends with 1 where a goal is missed.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { handling, ROOT, startToAnswer, underLoad } from './cases.mjs';
import { drawChart } from './chart.mjs';
import { createLargeBot } from './large.mjs';

const TIMES = 100;
const LARGE_STARTS = 3;

const start = await startToAnswer();
const handled = handling();
const polling = await underLoad('polling');
const webhook = await underLoad('webhook');
const large = await createLargeBot(TIMES);
const largeStart = await startToAnswer(large, LARGE_STARTS);
const largeHandled = handling(large);
rmSync(large, { recursive: true, force: true });

const most = (name, value, goal, unit, digits = 0) => ({
	name,
	value,
	goal,
	unit,
	digits,
	met: value < goal,
	sign: '<',
});
const exactly = (name, value, goal) => ({ name, value, goal, unit: '', digits: 2, met: value === goal, sign: '=' });
const slower = Math.max(...['question', 'tap', 'words'].map((kind) => largeHandled[kind].p50 / handled[kind].p50));
const goals = [
	most('start to first answer', start, 1000, 'ms'),
	most('resident memory under load', polling.nokori.memoryMb, 192, 'MB'),
	most('handling /balance povo, median', handled.question.p50, 0.5, 'ms', 3),
	exactly('calls to Telegram per question', handled.question.calls, 1),
	exactly('calls to Telegram per tap', handled.tap.calls, 2),
	most(`handling with ${TIMES} times the carriers, times as long`, slower, 2, '', 2),
];

const machine = { cpu: cpus()[0]?.model, cores: cpus().length, node: process.version };
const results = {
	date: new Date().toISOString(),
	machine,
	goals,
	start,
	handled,
	polling,
	webhook,
	largeStart,
	largeHandled,
};
writeFileSync(join(import.meta.dirname, 'results.json'), `${JSON.stringify(results, undefined, '\t')}\n`);
mkdirSync(join(ROOT, 'docs/images'), { recursive: true });
writeFileSync(join(ROOT, 'docs/images/performance.svg'), drawChart(results));

const say = (line) => process.stdout.write(`${line}\n`);
const number = (value, digits) => value.toFixed(digits).padStart(8);
for (const { name, value, digits, unit, sign, goal, met } of goals) {
	say(`${met ? '✓' : '✗'} ${name.padEnd(56)} ${number(value, digits)} ${unit.padEnd(3)} (goal ${sign} ${goal})`);
}
say('');
say(`  start with ${TIMES} times the carriers: ${number(largeStart, 0)} ms`);
for (const [name, { share }] of Object.entries({ polling, webhook })) {
	say(`  answers a second, share of a bare bot, ${name}: ${number(share, 2)}`);
}
for (const [name, { nokori, bare }] of Object.entries({ polling, webhook })) {
	for (const [bot, one] of Object.entries({ nokori, bare })) {
		const latency = `p50 ${number(one.p50, 0)} ms  p99 ${number(one.p99, 0)} ms`;
		say(
			`  ${name.padEnd(8)} ${bot.padEnd(7)} ${number(one.perSecond, 0)} answers/s  ${latency}  ${number(one.memoryMb, 0)} MB`,
		);
	}
}
const missed = goals.filter(({ met }) => !met);
if (missed.length > 0) {
	process.stderr.write(`Missed: ${missed.map(({ name }) => name).join('; ')}.\n`);
}
process.exit(missed.length > 0 ? 1 : 0);
