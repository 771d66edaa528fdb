import { type Call, isPolling } from '../bot-api/calls.ts';
import { compact } from '../bot-api/compact.ts';
import type { Backstage } from '../bot-api/dispatch.ts';
import type { Change as WorldChange } from '../bot-api/world/types.ts';
import type { AnswerSource } from './answer-source.ts';
import { toCallView, toProblem } from './call-view.ts';
import { commandsFor } from './commands.ts';
import type { Hub } from './hub.ts';
import { toMessageView } from './message-view.ts';
import { createNewest, type Newest } from './newest.ts';
import type { Stage } from './stage.ts';
import type { CallView, MessageView, UpdateView } from './types.ts';
import type { Typing } from './typing.ts';

/** So many calls, updates and red bubbles are kept. */
const KEPT = 100;

export type Seen = { calls: Newest<CallView>; updates: Newest<UpdateView>; problems: Newest<MessageView> };
type Parts = { stage: Stage; hub: Hub; typing: Typing; source: AnswerSource };

/** Follows all that happens in the world, keeps the newest of it, and tells the open pages. */
export function watch({ world, calls }: Backstage, parts: Parts): Seen {
	const seen: Seen = { calls: createNewest(KEPT), updates: createNewest(KEPT), problems: createNewest(KEPT) };
	let asked: number | undefined;
	world.onUpdate((update) => {
		asked = performance.now();
		followUpdate(parts, seen.updates, { id: update.update_id, update: structuredClone(update), at: world.now() });
	});
	calls.onEnd((call) => noteCall(parts, seen, call));
	world.onChange((change) => noteChange(parts, change, asked));
	return seen;
}

function followUpdate({ stage, hub }: Parts, updates: Newest<UpdateView>, view: UpdateView): void {
	const started = performance.now();
	updates.add(view);
	hub.emit({ type: 'update', update: view });
	void stage.world.updates.whenConfirmed(view.id).then(() => {
		view.milliseconds = Math.round(performance.now() - started);
		hub.emit({ type: 'update', update: view });
	});
}

function noteCall({ stage, hub }: Parts, { calls, problems }: Seen, call: Call): void {
	if (isPolling(call)) {
		return;
	}
	const view = toCallView(call, stage.world.next());
	calls.add(view);
	hub.emit({ type: 'call', call: view });
	const problem = toProblem(stage, call);
	if (problem) {
		problems.add(problem);
		hub.emit({ type: 'message', message: problem });
	}
	if (/^(set|delete)MyCommands$/.test(call.method)) {
		hub.emit({ type: 'commands', commands: commandsFor(stage) });
	}
}

function noteChange({ stage, hub, typing, source }: Parts, change: WorldChange, asked: number | undefined): void {
	switch (change.type) {
		case 'toast':
			noteToast(stage, hub, change);
			return;
		case 'action': {
			const room = stage.roomAt(change.chatId, change.threadId);
			if (room) {
				typing.begin(room.view.id);
			}
			return;
		}
		default:
			noteMessage({ stage, hub, typing, source }, change, asked);
	}
}

function noteToast(stage: Stage, hub: Hub, { personId, toast }: Extract<WorldChange, { type: 'toast' }>): void {
	const person = stage.idOf(personId);
	if (person !== undefined) {
		const { text, alert, url } = toast;
		hub.emit({ type: 'toast', toast: { id: stage.world.next(), person, text, alert, ...compact({ url }) } });
	}
}

type MessageChange = Extract<WorldChange, { message: unknown }>;

function noteMessage({ stage, hub, typing, source }: Parts, change: MessageChange, asked: number | undefined): void {
	const message = toMessageView(stage, change.message);
	if (!message) {
		return;
	}
	if (change.type === 'deleted') {
		hub.emit({ type: 'gone', chat: message.chat, id: message.id });
		return;
	}
	hub.emit({ type: 'message', message });
	if (message.fromBot || message.viaBot) {
		typing.end(message.chat);
		source.look(change.message, asked);
	}
}
