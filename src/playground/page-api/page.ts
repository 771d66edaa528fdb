import type { Page as PageApp } from '../bot-api/app.ts';
import type { Backstage } from '../bot-api/dispatch.ts';
import { type AnswerSource, createAnswerSource, type Explain } from './answer-source.ts';
import { createPageApp } from './app.ts';
import type { Clock } from './clock.ts';
import { commandsFor } from './commands.ts';
import { readHistory } from './history.ts';
import { createHub, type Hub } from './hub.ts';
import type { PageFiles } from './page-files.ts';
import { createStage, type Stage } from './stage.ts';
import type { State } from './types.ts';
import { createTyping } from './typing.ts';
import { watch } from './watch.ts';

export type PageOptions = {
	clock: Clock;
	files: PageFiles;
	/** Called after the clock was moved. */
	onClock?: (() => void | Promise<void>) | undefined;
	explain?: Explain | undefined;
};

export type Page = {
	app: PageApp;
	stage: Stage;
	hub: Hub;
	/** @see AnswerSource.reread */
	reread: AnswerSource['reread'];
};

/** The page of the playground: people and chats in the world behind it, and what the browser asks for. */
export function createPage(backstage: Backstage, { clock, files, onClock, explain }: PageOptions): Page {
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
