import { isPresent } from '../bot-api/world/chats.ts';
import { commandsSeen } from '../bot-api/world/profile.ts';
import type { Stage } from './stage.ts';
import type { CommandsKey, State } from './types.ts';

/** The command menu of everybody in each of their chats. Where the bot is no member there is none. */
export function commandsFor(stage: Stage): State['commands'] {
	const { profile, bot } = stage.world;
	const lists = stage.rooms.flatMap(({ view, state }) =>
		view.members.map((id): [CommandsKey, State['commands'][string]] => {
			const isHere = view.kind === 'private' || isPresent(state.members.get(bot.id));
			const found = isHere ? commandsSeen(profile, state, stage.person(id).user) : [];
			return [`${view.id} ${id}`, found.map(({ command, description }) => ({ command, description }))];
		}),
	);
	return Object.fromEntries(lists);
}
