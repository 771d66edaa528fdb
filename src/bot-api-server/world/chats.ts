import type { ChatMember, ChatMemberUpdated, User } from 'grammy/types';
import type { ChatState, Member, MemberStatus, WorldChat } from './types.ts';
import type { World } from './world.ts';

const ADMIN_RIGHTS = {
	can_be_edited: false,
	is_anonymous: false,
	can_manage_chat: true,
	can_delete_messages: true,
	can_manage_video_chats: true,
	can_restrict_members: true,
	can_promote_members: false,
	can_change_info: true,
	can_invite_users: true,
	can_post_stories: false,
	can_edit_stories: false,
	can_delete_stories: false,
	can_pin_messages: true,
	can_send_welcome_messages: false,
} as const;

const RESTRICTED_RIGHTS = {
	is_member: true,
	can_send_messages: false,
	can_send_audios: false,
	can_send_documents: false,
	can_send_photos: false,
	can_send_videos: false,
	can_send_video_notes: false,
	can_send_voice_notes: false,
	can_send_polls: false,
	can_send_other_messages: false,
	can_add_web_page_previews: false,
	can_change_info: false,
	can_invite_users: false,
	can_pin_messages: false,
	can_manage_topics: false,
	until_date: 0,
} as const;

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
		isDeactivated: false,
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

/** The bot as the sender of a message: without the fields that only getMe returns. */
export function botUser({ id, first_name, username }: { id: number; first_name: string; username: string }): {
	id: number;
	is_bot: true;
	first_name: string;
	username: string;
} {
	return { id, is_bot: true, first_name, username };
}

/** The ChatMember object of the Bot API. */
export function toChatMember({ user, status, canSend }: Member): ChatMember {
	switch (status) {
		case 'creator':
			return { status, user, is_anonymous: false };
		case 'administrator':
			return { status, user, ...ADMIN_RIGHTS };
		case 'restricted':
			return { status, user, ...RESTRICTED_RIGHTS, can_send_messages: canSend } as ChatMember;
		case 'kicked':
			return { status, user, until_date: 0 };
		default:
			return { status, user };
	}
}

/** The content of a `my_chat_member` or `chat_member` update: one member had one status before and has another now. */
export function memberUpdate(
	world: World,
	{ chat }: ChatState,
	{ from, before, after }: { from: User; before: Member; after: Member },
): ChatMemberUpdated {
	return {
		chat,
		from,
		date: world.seconds(),
		old_chat_member: toChatMember(before),
		new_chat_member: toChatMember(after),
	};
}
