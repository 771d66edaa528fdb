import { expect, test } from 'vitest';
import type { Person } from '../../src/bot-api-server/index.ts';
import { content, startNokori } from '../support/nokori.ts';

/** Taps every button there is, once per place it leads to, and returns the places. */
async function crawl(person: Person): Promise<Set<string>> {
	const seen = new Set<string>(['/']);
	const waiting: string[] = ['/'];
	for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
		await person.tapsData(path);
		expect(person.screen.text, path).not.toMatch(
			/undefined|\{\{|Something went wrong|エラーが発生しました|这边出错了|這裡出錯了/,
		);
		const targets = person.screen.buttons.flat().filter(({ kind }) => kind === 'callback');
		expect(targets.length, `${path} is a dead end`).toBeGreaterThan(0);
		// A language would change under the crawl; choosing one is tested on its own.
		const fresh = targets.map(({ value }) => value).filter((value) => !seen.has(value) && value.endsWith('/'));
		for (const value of fresh) {
			seen.add(value);
			waiting.push(value);
		}
	}
	return seen;
}

test.each([
	['en', 'en', false],
	['ja', 'ja', false],
	['zh-Hans', 'zh-hans', false],
	['zh-Hant', 'zh-hant', false],
	['ko', 'ko', false],
	['vi', 'vi', false],
	['rich messages in ja', 'ja', true],
])(
	'every button from /start on can be tapped: %s',
	async (_name, language, richMessages) => {
		const { server } = await startNokori({ richMessages });
		const alice = server.person({ name: 'Alice', language });
		await alice.sends('/start');
		const places = await crawl(alice);
		const { catalogue } = content();
		const answers = catalogue.carriers.flatMap(({ id }) => catalogue.procedures(id).map((name) => `/${name}/${id}/`));
		expect(answers.filter((path) => !places.has(path))).toEqual([]);
		expect(server.world.unansweredTaps()).toEqual([]);
		expect(server.world.violations).toEqual([]);
		expect(server.calls.all.filter(({ error }) => error && !error.description.includes('not modified'))).toEqual([]);
	},
	360_000,
);
