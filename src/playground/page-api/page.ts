import type { PageApp } from '../../bot-api-server/app.ts';
import type { ServerState } from '../../bot-api-server/dispatch.ts';
import { recordActivity } from './activity.ts';
import { type AnswerSource, createAnswerSource, type FindKnowledgeFile } from './answer-source.ts';
import { createPageApp } from './app.ts';
import { type Broadcaster, createBroadcaster } from './broadcaster.ts';
import type { PageFiles } from './page-files.ts';
import { readHistory, readState } from './page-state.ts';
import type { PlaygroundState } from './protocol.ts';
import { createScenario, type Scenario } from './scenario.ts';

const DAY_MS = 86_400_000;

/** The real time, which can be moved ahead to see what comes. */
type MovableClock = { now: () => number; offset: () => number; move: (days: number) => void };

export type PageOptions = {
	clock: MovableClock;
	files: PageFiles;
	/** Called after the clock was moved. */
	onClockMove?: (() => void | Promise<void>) | undefined;
	findKnowledgeFile?: FindKnowledgeFile | undefined;
};

export type ChatPage = {
	app: PageApp;
	scenario: Scenario;
	broadcaster: Broadcaster;
	/** @see AnswerSource.showReload */
	showReload: AnswerSource['showReload'];
};

/** Puts people and chats on the server, and serves a page on which somebody acts as these people. */
export function createChatPage(serverState: ServerState, options: PageOptions): ChatPage {
	const { clock, files, onClockMove, findKnowledgeFile } = options;
	const scenario = createScenario(serverState);
	const broadcaster = createBroadcaster();
	const source = createAnswerSource(scenario, broadcaster, findKnowledgeFile);
	const activity = recordActivity(serverState, { scenario, broadcaster, source });
	const clockView = (): PlaygroundState['clock'] => ({ now: clock.now(), offset: clock.offset() });
	const app = createPageApp({
		scenario,
		broadcaster,
		files,
		readState: () => readState(scenario, activity, { clock: clockView(), knowledge: source.view() }),
		readHistory: (chat, before) =>
			readHistory(scenario, scenario.room(chat), { refused: activity.refused.list(), before }),
		moveClock: async (days) => {
			clock.move(days);
			broadcaster.emit({ type: 'clock', clock: clockView() });
			await onClockMove?.();
		},
	});
	return { app, scenario, broadcaster, showReload: source.showReload };
}

export function createMovableClock(realNow: () => number = Date.now): MovableClock {
	let offset = 0;
	return {
		now: () => realNow() + offset,
		offset: () => offset,
		move: (days) => {
			offset += days * DAY_MS;
		},
	};
}
