import { COMMANDS, type Command } from '../../commands.ts';
import type { Open } from '../../deliver/open.ts';
import type { Content } from '../../deps.ts';
import { command, type Route } from '../../router.ts';
import { resolveCommand } from './resolve.ts';

/** All commands of the table: `/balance` opens the choice of the carrier, `/balance povo` the answer. */
export function routes(content: Content, open: Open): Route[] {
	const entries = new Map<string, Command>(
		COMMANDS.filter((entry) => 'procedure' in entry || 'path' in entry).map((entry) => [entry.command, entry]),
	);
	return [
		command([...entries.keys()], async (ctx) => {
			const entry = entries.get(nameIn(ctx.msg.text));
			if (entry) {
				const { path, notice } = resolveCommand(content, ctx, entry, ctx.match);
				await open(ctx, path, notice ? { notice } : {});
			}
		}),
	];
}

/** "balance" in "/balance@nokori_bot povo". */
function nameIn(text = ''): string {
	return /^\/(\w+)/.exec(text)?.[1] ?? '';
}
