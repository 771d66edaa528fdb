import { isPresent } from '../../bot-api-server/world/chats.ts';
import { commandsSeen } from '../../bot-api-server/world/profile.ts';
import type { CommandsKey, PlaygroundState } from './protocol.ts';
import type { Scenario } from './scenario.ts';

/** The command menu of every person in each of their chats. Where the bot is no member it is empty. */
export function readCommands(scenario: Scenario): PlaygroundState['commands'] {
	const { profile, bot } = scenario.world;
	const lists = scenario.rooms.flatMap(({ view, state }) =>
		view.members.map((id): [CommandsKey, PlaygroundState['commands'][string]] => {
			const hasBot = view.kind === 'private' || isPresent(state.members.get(bot.id));
			const found = hasBot ? commandsSeen(profile, state, scenario.person(id).user) : [];
			return [`${view.id} ${id}`, found.map(({ command, description }) => ({ command, description }))];
		}),
	);
	return Object.fromEntries(lists);
}
