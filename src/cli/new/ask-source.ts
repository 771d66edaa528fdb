import { createSourcesRule } from '../../catalogue/rules/sources.ts';
import { linkSchema, type Source, sourceSchema } from '../../catalogue/schema.ts';
import { matching, optional, unless, words, yesOrNo } from './readers.ts';
import type { Setting } from './setting.ts';

const page = matching(linkSchema.shape.url, 'an address that begins with https://');
const day = matching(sourceSchema.shape.checked, 'a date like 2026, 2026-11 or 2026-11-20');

/** The pages from which something is known: at least one. */
export async function askSources(setting: Setting): Promise<Source[]> {
	const sources: Source[] = [];
	do {
		sources.push(await askSource(setting, sources.length + 1));
	} while (await setting.ask('Another source? yes or no:', yesOrNo));
	return sources;
}

async function askSource(setting: Setting, number: number): Promise<Source> {
	const { ask, today } = setting;
	const month = today.slice(0, 7);
	const object = (change: Partial<Source>): string | undefined => objection({ ...empty(month), ...change }, setting);
	const url = await ask(
		`Source ${number}: the address of a page that anybody can open, beginning with https://:`,
		unless(page, (value) => object({ url: value })),
	);
	const official = await ask(
		"Is it a page of the carrier, of a phone's maker or of an authority? yes or no:",
		unless(yesOrNo, (value) => object({ url, official: value })),
	);
	const date = await ask(
		'The date that the page gives itself, like 2026, 2026-11 or 2026-11-20 (empty: it shows none):',
		optional(unless(day, (value) => object({ url, date: value }))),
	);
	const checked = await ask(
		`When you read it, like 2026-11 or 2026-11-20 (empty: ${month}):`,
		optional(unless(day, (value) => object({ url, checked: value }))),
	);
	const says = await ask('What it says, in your own words, with every number that the texts repeat:', words());
	return { url, official, ...(date === undefined ? {} : { date }), checked: checked ?? month, says };
}

function empty(month: string): Source {
	return { url: 'https://example.jp/', official: false, checked: month, says: '' };
}

/** What the rule of the check has against a source. */
function objection(source: Source, { today, official }: Setting): string | undefined {
	const bodies = official.map((domain) => ({ domain, reason: 'official' }));
	const text = { en: '' };
	const channel = { id: '', names: text, gist: text, points: [], carriers: [], links: [], myths: [] };
	const [problem] = createSourcesRule(today, bodies).check({
		categories: [],
		carriers: [],
		device: new Map(),
		channels: [{ ...channel, confidence: 'low', sources: [source] }],
	});
	return problem && `"${problem.value}": ${problem.wrong}.`;
}
