import type { User } from 'grammy/types';
import type { ChatState, Member, MemberStatus, WorldChat } from './types.ts';
import type { World } from './world.ts';

export function addChat(world: World, chat: WorldChat): ChatState {
	const state: ChatState = {
		chat,
		members: new Map(),
		messages: new Map(),
		ephemeral: new Map(),
		topics: new Map(),
		closedTopics: new Set(),
		isStarted: false,
		isBlocked: false,
		membersMaySend: true,
		lastBotId: undefined,
		migratedTo: undefined,
	};
	world.chats.set(chat.id, state);
	return state;
}

export function setMember(chat: ChatState, user: User, status: MemberStatus, canSend = true): Member {
	const member: Member = { user, status, canSend };
	chat.members.set(user.id, member);
	return member;
}

export function isPresent(member: Member | undefined): member is Member {
	return member !== undefined && member.status !== 'left' && member.status !== 'kicked';
}

export function isAdministrator(member: Member | undefined): boolean {
	return member?.status === 'creator' || member?.status === 'administrator';
}
