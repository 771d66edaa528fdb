import type { Open } from '../deliver/open.ts';
import type { Deps } from '../deps.ts';

/** Counts which answers are shown. */
export function countAnswers({ catalogue, metrics }: Deps, open: Open): Open {
	return async (ctx, path, extras) => {
		await open(ctx, path, extras);
		const [, procedure = '', carrier = ''] = path.split('/');
		const known = catalogue.procedures(carrier).find((id) => id === procedure);
		if (known) {
			metrics.answered(known, carrier);
		}
	};
}
