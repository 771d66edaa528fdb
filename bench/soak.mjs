// npm run soak -- --minutes 30: fifty updates a second, and whether memory stays flat. Ends with 1 where it does not.
import { parseArgs } from 'node:util';
import { createBotApiServer } from '../dist/bot-api-server/index.js';
import { SCRIPTS } from './cases.mjs';
import { forget } from './crowd.mjs';
import { residentMb, startProcess } from './process.mjs';

const PER_SECOND = 50;
const SAMPLE_MS = 5000;
const MAX_SLOPE_MB = 1;
const PEOPLE = 500;
const WORDS = [
	'/balance povo',
	'how do I top up my rakuten card',
	'/menu',
	'サポートに電話したい',
	'ahamo 怎么查流量',
	'/lang ja',
	'hello',
];
const MINUTE = 60_000;

const { values } = parseArgs({
	options: { minutes: { type: 'string', default: '30' }, port: { type: 'string', default: '18099' } },
});
const length = Number(values.minutes) * MINUTE;
/** Caches and compiled code settle in this time. */
const warmUp = Math.min(5 * MINUTE, length / 3);

const server = await createBotApiServer({ confirmTimeoutMs: 60_000, floodLimits: false });
const bot = startProcess(SCRIPTS.nokori, { BOT_TOKEN: server.token, TELEGRAM_API_ROOT: server.url, PORT: values.port });
const people = Array.from({ length: PEOPLE }, (_, index) => server.person({ name: `P${index}`, language: 'en' }));

let asked = 0;
let answered = 0;
server.world.onChange(({ type, chatId, message }) => {
	if (type === 'new' && message.message.from.is_bot) {
		answered += 1;
		setImmediate(() => forget(server, chatId));
	}
});
const start = performance.now();
const asking = setInterval(() => {
	const due = Math.floor(((performance.now() - start) / 1000) * PER_SECOND);
	for (; asked < due; asked += 1) {
		people[asked % PEOPLE].sends(WORDS[asked % WORDS.length]).catch(() => undefined);
	}
}, 20);

const samples = [];
const sampling = setInterval(async () => {
	const minutes = (performance.now() - start) / MINUTE;
	const sample = { minutes, rss: residentMb(bot.pid), heap: await heapMb() };
	samples.push(sample);
	if (samples.length % 6 === 0) {
		const figures = `RSS ${sample.rss.toFixed(1)} MB, heap ${sample.heap.toFixed(1)} MB, ${asked} asked, ${answered} answered`;
		process.stdout.write(`${minutes.toFixed(1).padStart(5)} min: ${figures}\n`);
	}
}, SAMPLE_MS);

await new Promise((resolve) => setTimeout(resolve, length));
clearInterval(asking);
clearInterval(sampling);
await bot.stop();
await server.close();

const later = samples.filter(({ minutes }) => minutes * MINUTE > warmUp);
const [rss, heap] = [slope(later, 'rss'), slope(later, 'heap')];
process.stdout.write(
	`After warm-up, in 10 minutes: RSS ${rss.toFixed(2)} MB, heap ${heap.toFixed(2)} MB (goal: RSS < ${MAX_SLOPE_MB}).\n`,
);
process.stdout.write(`${asked} asked, ${answered} answered.\n`);
process.exit(rss < MAX_SLOPE_MB ? 0 : 1);

async function heapMb() {
	const text = await (await fetch(`http://127.0.0.1:${values.port}/metrics`)).text();
	return Number(/^nodejs_heap_size_used_bytes (\d+)/m.exec(text)?.[1]) / 2 ** 20;
}

/** The straight line that fits best (least squares), in MB per 10 minutes. */
function slope(points, field) {
	const mean = (pick) => points.reduce((sum, point) => sum + pick(point), 0) / points.length;
	const [x, y] = [mean(({ minutes }) => minutes), mean((point) => point[field])];
	const over = points.reduce((sum, point) => sum + (point.minutes - x) * (point[field] - y), 0);
	const under = points.reduce((sum, point) => sum + (point.minutes - x) ** 2, 0);
	return (over / under) * 10;
}
