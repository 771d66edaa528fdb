import type { PageApp } from '../../bot-api-server/app.ts';
import type { ServerState } from '../../bot-api-server/dispatch.ts';
import { type AnswerSource, createAnswerSource, type Explain } from './answer-source.ts';
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
	app: Page;
	scenario: Scenario;
	broadcaster: Broadcaster;
	/** @see AnswerSource.showReload */
	showReload: AnswerSource['showReload'];
};

/** The page of the playground: people and chats in the world behind it, and what the browser asks for. */
export function createPage(backstage: ServerState, { clock, files, onClock, explain }: PageOptions): Page {
	const stage = createStage(backstage);
	const hub = createHub();
	const typing = createTyping(hub);
	const source = createAnswerSource(stage, hub, explain);
	const seen = watch(backstage, { stage, hub, typing, source });
	const clockView = (): State['clock'] => ({ now: clock.now(), offset: clock.offset() });
	const history = (chat: string, before?: number) =>
		readHistory(stage, stage.room(chat), { problems: seen.problems.list(), before });
	const readState = (): State => {
		const chats = stage.rooms.map(({ view }) => ({ view, ...history(view.id) }));
		const knowledge = source.view();
		return {
			bot: stage.world.bot.username,
			people: [...stage.people],
			chats: chats.map(({ view }) => view),
			messages: chats.flatMap(({ messages }) => messages),
			more: chats.flatMap(({ view, more }) => (more ? [view.id] : [])),
			toasts: [],
			calls: seen.calls.list(),
			updates: seen.updates.list(),
			typing: typing.list(),
			clock: clockView(),
			commands: commandsFor(stage),
			...(knowledge ? { knowledge } : {}),
		};
	};
	const moveClock = async (days: number): Promise<void> => {
		clock.move(days);
		hub.emit({ type: 'clock', clock: clockView() });
		await onClock?.();
	};
	const app = createPageApp({ stage, hub, files, readState, history, moveClock });
	return { app, stage, hub, reread: source.reread };
}
