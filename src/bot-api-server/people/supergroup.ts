import { addChat } from '../world/chats.ts';
import type { ChatState } from '../world/types.ts';
import type { World } from '../world/world.ts';

/** The supergroup a basic group turns into: a new id, the same members, no old messages. */
export function supergroupFrom(world: World, old: ChatState): ChatState {
	if (old.chat.type !== 'group') {
		throw new Error(`Only a basic group migrates, "${old.chat.title}" is a ${old.chat.type}.`);
	}
	const id = -1_002_000_000_000 - world.next();
	const state = addChat(world, { id, type: 'supergroup', title: old.chat.title });
	for (const [userId, member] of old.members) {
		state.members.set(userId, member);
	}
	state.membersMaySend = old.membersMaySend;
	return state;
}
