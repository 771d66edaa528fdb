import type { Knowledge } from '../../catalogue/load.ts';
import { cutText } from '../../cut-text.ts';
import { countOf } from '../check.ts';
import type { Claim } from './claims.ts';
import { RESULTS, type Verdict } from './judge.ts';

/** A claim with what became of it. */
export type Judged = Verdict & { claim: Claim };

/** What somebody has to do something about. */
const CHANGED: readonly Verdict['result'][] = ['gone', 'page moved', 'page gone'];

/** Whether a claim waits for somebody. A page that refuses programs does not: only a person can read it. */
export function isChanged({ result }: Verdict): boolean {
	return CHANGED.includes(result);
}

/** One line for each claim that does not simply hold, and how many there are of each kind. */
export function listClaims(judged: readonly Judged[], written: readonly string[]): string {
	const told = judged.filter((one) => isChanged(one) || one.result === 'refused');
	const counts = RESULTS.map((result) => `${countResult(judged, result)} ${result}`).join(', ');
	const files = written.length > 0 ? [`written: ${written.join(', ')}`] : [];
	return `${[...told.map(lineOf), `${countOf(judged.length, 'claim')}: ${counts}`, ...files].join('\n')}\n`;
}

function countResult(judged: readonly Judged[], result: Verdict['result']): number {
	return judged.filter((one) => one.result === result).length;
}

function lineOf(one: Judged): string {
	const { claim, result } = one;
	return `${result}: ${claim.file} › ${claim.place} (${claim.urls.join(', ')}): ${detailOf(one)}. Claim: ${claim.text}`;
}

function detailOf({ result, missing = [], nearest, movedTo, reason }: Judged): string {
	switch (result) {
		case 'gone':
			return `${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} not there any more${nearest ? `; now: ${nearest}` : ''}`;
		case 'page moved':
			return `now at ${movedTo}${movedTo === undefined ? '' : movedDetail(missing)}`;
		default:
			return reason ?? result;
	}
}

function movedDetail(missing: readonly string[]): string {
	return missing.length > 0 ? `, where ${missing.join(', ')} cannot be found` : '';
}

/** An issue for the maintainers: everything of a carrier that is gone. */
export type Issue = { carrier: string; title: string; body: string };

/** Draws one issue for each carrier with something that is gone or moved. */
export function drawIssues(judged: readonly Judged[], { carriers }: Pick<Knowledge, 'carriers'>): Issue[] {
	const changed = judged.filter(isChanged);
	const ids = [...new Set(changed.map(({ claim }) => claim.carrier ?? SHARED))];
	return ids.map((id) => {
		const name = carriers.find((carrier) => carrier.id === id)?.entry.names.en ?? 'guides and any phone';
		const own = changed.filter(({ claim }) => (claim.carrier ?? SHARED) === id);
		return {
			carrier: id,
			title: `Pages have changed: ${name}`,
			body: cutText([HEAD, ...own.map(itemOf)].join('\n\n'), MAX_BODY),
		};
	});
}

/** GitHub takes no longer ones. */
const MAX_BODY = 60_000;

const SHARED = 'shared';

const HEAD =
	'The weekly reading of the sources did not find everything that the knowledge says. For each claim: open the page. Where it ' +
	'says something else now, correct the texts and the `says` of the source, and take the entry out of `knowledge/watch.yaml`. ' +
	'Where it says the same in other words, write `says` with the numbers as the page has them.';

function itemOf(one: Judged): string {
	const { claim, result, missing = [], nearest } = one;
	const lines = [
		`**${result}** in \`knowledge/${claim.file}\` › \`${claim.place}\``,
		`Page: ${claim.urls.map((url) => `<${url}>`).join(' or ')}`,
		`We say: ${escapeMarkdown(claim.text)}`,
		result === 'gone'
			? `Not there any more: ${escapeMarkdown(missing.join(', '))}`
			: `What became of it: ${escapeMarkdown(detailOf(one))}`,
		...(nearest ? [`The page says now: ${escapeMarkdown(nearest)}`] : []),
	];
	return lines.map((line, index) => (index === 0 ? `- ${line}` : `  - ${line}`)).join('\n');
}

/** Escapes what Markdown, or GitHub, would take for its own in a foreign page's sentence. */
function escapeMarkdown(text: string): string {
	return text.replaceAll(/[\\`*_{}[\]<>#|~!]/g, String.raw`\$&`).replaceAll('@', '@\u200b');
}
