import process from 'node:process';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { openPlayground, type Playground } from './open.ts';
import { explainWith } from './page-api/explain.ts';
import { watchFolder } from './watch.ts';

/** What only the running bot can tell and do. */
export type Inside = {
	catalogue: () => Catalogue;
	/** Looks for reminders that are due, after the clock was moved. */
	look: () => void;
	/** Reads the knowledge of this folder again. */
	reload: () => void;
	folder: string;
};

export type EnteredPlayground = Playground & {
	/** Lets the bot in and somebody chat with it on the terminal. @returns what ends it */
	enter: (inside: Inside) => () => void;
};

/** Opens the playground before there is a bot, since the bot has to connect to it. */
export async function openForBot(address: { host: string; port: number }): Promise<EnteredPlayground> {
	let inside: Inside | undefined;
	const playground = await openPlayground({
		...address,
		explain: (payload) => inside && explainWith(inside.catalogue)(payload),
		onClock: () => inside?.look(),
	});
	return {
		...playground,
		enter: (now) => {
			inside = now;
			const onLeave = (): void => void process.kill(process.pid, 'SIGINT');
			playground.chat({ input: process.stdin, output: process.stdout, onLeave });
			return watchFolder(now.folder, now.reload);
		},
	};
}
