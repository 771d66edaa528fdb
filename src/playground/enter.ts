import type { Catalogue } from '../catalogue/catalogue.ts';
import { openPlayground, type Playground } from './index.ts';

type RunningBot = { catalogue: () => Catalogue; look: () => void; reload: () => void; folder: string };

export type PlaygroundForStart = Omit<Playground, 'attach'> & {
	token: string;
	reread: (problem?: string) => Promise<void>;
	enter: (bot: RunningBot) => () => void;
};

/** The old way into the playground: delete this file and open.ts when start.ts calls `openPlayground` of index.ts. */
export async function openForBot(address: { host: string; port: number }): Promise<PlaygroundForStart> {
	const playground = await openPlayground(address);
	let problem: string | undefined;
	let isReloading = false;
	let showReload = async (): Promise<void> => undefined;
	return {
		...playground,
		token: playground.connection.token,
		reread: async (found) => {
			problem = found;
			if (!isReloading) {
				isReloading = true;
				const shown = showReload();
				isReloading = false;
				await shown;
			}
		},
		enter: ({ catalogue, look, reload, folder }) => {
			const reloadOnce = (): string | undefined => {
				if (!isReloading) {
					isReloading = true;
					reload();
					isReloading = false;
				}
				return problem;
			};
			showReload = playground.attach({ catalogue, poll: look, reload: reloadOnce, folder });
			return () => undefined;
		},
	};
}
