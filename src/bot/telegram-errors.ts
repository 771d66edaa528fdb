import { GrammyError, HttpError } from 'grammy';

/**
 * Telegram's refusals, by the few kinds that we treat differently. `forbidden`: we may not write there at all.
 * `unsupported`: neither of the known sentences, so this server or chat may not know what was asked of it.
 */
export type Refusal = 'not-modified' | 'too-old' | 'gone' | 'forbidden' | 'flood' | 'unsupported' | 'other';

const BY_CODE: ReadonlyMap<number, Refusal> = new Map([
	[403, 'forbidden'],
	[404, 'unsupported'],
	[429, 'flood'],
]);
export const BAD_REQUEST = 400;
/** Another process polls, or sets the webhook. */
export const CONFLICT = 409;

/** All bad requests share one code, so these have to be told apart by Telegram's wording. */
const WORDINGS: readonly [RegExp, Refusal][] = [
	[/message is not modified/i, 'not-modified'],
	[/query is too old/i, 'too-old'],
	[/message to edit not found|message can't be edited|MESSAGE_ID_INVALID/i, 'gone'],
	// Rights that the bot lacks in a group, and rules of the group.
	[/not enough rights|have no rights|need administrator rights|CHAT_ADMIN_REQUIRED|RIGHT_FORBIDDEN/i, 'forbidden'],
	[/CHAT_\w*FORBIDDEN|CHAT_RESTRICTED|USER_BANNED_IN_CHANNEL|TOPIC_(CLOSED|DELETED)/i, 'forbidden'],
	[/message thread not found|group chat was (deactivated|deleted)|bot was kicked|not a member of/i, 'forbidden'],
	// People who are gone, or want nothing from us.
	[/chat not found|user not found|PEER_ID_INVALID|USER_(ID_INVALID|DEACTIVATED|IS_BLOCKED)/i, 'forbidden'],
	[/user is deactivated|bot was blocked|can't initiate conversation|PRIVACY_PREMIUM_REQUIRED/i, 'forbidden'],
];

/** @param error anything thrown by a call to Telegram */
export function refusalOf(error: unknown): Refusal {
	if (!(error instanceof GrammyError)) {
		return 'other';
	}
	if (error.error_code !== BAD_REQUEST) {
		return BY_CODE.get(error.error_code) ?? 'other';
	}
	return WORDINGS.find(([wording]) => wording.test(error.description))?.[1] ?? 'unsupported';
}

/** Telegram's error code, or undefined when nothing came back at all. */
export function errorCodeOf(error: unknown): number | undefined {
	return error instanceof GrammyError ? error.error_code : undefined;
}

/** Seconds that Telegram asks to wait. */
export function retryAfterOf(error: unknown): number | undefined {
	return error instanceof GrammyError ? error.parameters.retry_after : undefined;
}

/** The error below the library's own, which says what really failed on the network. */
export function networkReasonOf(error: unknown): string {
	const inner = error instanceof HttpError ? error.error : error;
	const { code, message } = inner as NodeJS.ErrnoException;
	return code ?? message;
}

/** Whether Telegram refuses to be polled because it brings updates to a webhook. */
export function isWebhookActive(error: unknown): boolean {
	return errorCodeOf(error) === CONFLICT && (error as GrammyError).description.includes('webhook is active');
}
