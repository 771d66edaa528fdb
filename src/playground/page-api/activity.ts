import { type Call, isPolling } from '../../bot-api-server/calls.ts';
import type { ServerState } from '../../bot-api-server/dispatch.ts';
import { compact } from '../../bot-api-server/json.ts';
import type { WorldChange } from '../../bot-api-server/world/types.ts';
import type { AnswerSource } from './answer-source.ts';
import type { Broadcaster } from './broadcaster.ts';
import { toCallView, toRefusedMessage } from './call-view.ts';
import { readCommands } from './command-menus.ts';
import { toMessageView } from './message-view.ts';
import type { CallView, ChatId, MessageView, UpdateView } from './protocol.ts';
import type { Scenario } from './scenario.ts';

/** So many calls, updates and refused messages are kept. */
const KEPT = 100;
/** "The status is set for 5 seconds or less" (sendChatAction). */
const TYPING_MS = 5000;

/** What happened lately in all chats, for a page that opens later. */
export type Activity = {
	calls: Newest<CallView>;
	updates: Newest<UpdateView>;
	refused: Newest<MessageView>;
	typing: TypingIndicator;
};
type Newest<T> = { add: (item: T) => void; list: () => T[] };
type TypingIndicator = { begin: (chat: ChatId) => void; end: (chat: ChatId) => void; list: () => ChatId[] };

type Parts = { scenario: Scenario; broadcaster: Broadcaster; source: AnswerSource };
type Recorder = Parts & { activity: Activity };

/** Follows updates, calls and messages on the server, keeps the newest of them, and tells the open pages. */
export function recordActivity({ world, calls }: ServerState, parts: Parts): Activity {
	const typing = createTypingIndicator(parts.broadcaster);
	const activity: Activity = { calls: keepNewest(KEPT), updates: keepNewest(KEPT), refused: keepNewest(KEPT), typing };
	const recorder = { ...parts, activity };
	let askedAt: number | undefined;
	world.onUpdate((update) => {
		askedAt = performance.now();
		recordUpdate(recorder, { id: update.update_id, update: structuredClone(update), at: world.now() });
	});
	calls.onEnd((call) => recordCall(recorder, call));
	world.onChange((change) => recordChange(recorder, change, askedAt));
	return activity;
}

function recordUpdate({ scenario, broadcaster, activity }: Recorder, view: UpdateView): void {
	const started = performance.now();
	activity.updates.add(view);
	broadcaster.emit({ type: 'update', update: view });
	void scenario.world.updates.whenConfirmed(view.id).then(() => {
		view.milliseconds = Math.round(performance.now() - started);
		broadcaster.emit({ type: 'update', update: view });
	});
}

function recordCall({ scenario, broadcaster, activity }: Recorder, call: Call): void {
	if (isPolling(call)) {
		return;
	}
	const view = toCallView(call, scenario.world.next());
	activity.calls.add(view);
	broadcaster.emit({ type: 'call', call: view });
	const refused = toRefusedMessage(scenario, call);
	if (refused) {
		activity.refused.add(refused);
		broadcaster.emit({ type: 'message', message: refused });
	}
	if (/^(set|delete)MyCommands$/.test(call.method)) {
		broadcaster.emit({ type: 'commands', commands: readCommands(scenario) });
	}
}

function recordChange(recorder: Recorder, change: WorldChange, askedAt: number | undefined): void {
	switch (change.type) {
		case 'toast':
			recordToast(recorder, change);
			return;
		case 'action': {
			const room = recorder.scenario.roomAt(change.chatId, change.threadId);
			if (room) {
				recorder.activity.typing.begin(room.view.id);
			}
			return;
		}
		default:
			recordMessage(recorder, change, askedAt);
	}
}

function recordToast({ scenario, broadcaster }: Recorder, change: Extract<WorldChange, { type: 'toast' }>): void {
	const person = scenario.personIdOf(change.personId);
	if (person !== undefined) {
		const { text, alert, url } = change.toast;
		const toast = { id: scenario.world.next(), person, text, alert, ...compact({ url }) };
		broadcaster.emit({ type: 'toast', toast });
	}
}

type MessageChange = Extract<WorldChange, { message: unknown }>;

function recordMessage(recorder: Recorder, change: MessageChange, askedAt: number | undefined): void {
	const { scenario, broadcaster, source, activity } = recorder;
	const message = toMessageView(scenario, change.message);
	if (!message) {
		return;
	}
	if (change.type === 'deleted') {
		broadcaster.emit({ type: 'deleted', chat: message.chat, id: message.id });
		return;
	}
	broadcaster.emit({ type: 'message', message });
	if (message.fromBot || message.viaBot) {
		activity.typing.end(message.chat);
		source.inspect(change.message, askedAt);
	}
}

function keepNewest<T>(length: number): Newest<T> {
	const kept: T[] = [];
	return {
		add: (item) => {
			kept.push(item);
			if (kept.length > length) {
				kept.shift();
			}
		},
		list: () => [...kept],
	};
}

/** In which chats the bot is typing. */
function createTypingIndicator(broadcaster: Broadcaster): TypingIndicator {
	const timers = new Map<ChatId, NodeJS.Timeout>();
	const end = (chat: ChatId): void => {
		clearTimeout(timers.get(chat));
		if (timers.delete(chat)) {
			broadcaster.emit({ type: 'typing', chat, on: false });
		}
	};
	return {
		begin: (chat) => {
			clearTimeout(timers.get(chat));
			timers.set(chat, setTimeout(() => end(chat), TYPING_MS).unref());
			broadcaster.emit({ type: 'typing', chat, on: true });
		},
		end,
		list: () => [...timers.keys()],
	};
}
