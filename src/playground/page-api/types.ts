import type { MessageEntity, RichBlock } from 'grammy/types';

/**
 * What page and server say to each other.
 *
 * `GET /page/api/state` answers with `State`.
 * `GET /page/api/messages?chat=…&before=ID` answers with `OlderMessages`.
 * `GET /page/api/files/ID` answers with the bytes of the document in that message.
 * `POST /page/api/acts` takes an `Act` and answers with `ActAnswer`.
 * `GET /page/api/events` is a stream of server-sent events: one `state` whose data is a whole `State` as soon as it
 * opens (so also after a restart of the server), then a `change` for every single `Change`.
 *
 * Beside that `GET /` is index.html, `GET /page/NAME` any file of the page's folder, and what is in node_modules is
 * under /page/vendor/: preact.js, preact-hooks.js, htm.js and htm-preact.js.
 */

/** "private:alice", "group:osaka", "group:forum/topic:12", "group:elsewhere" (there the bot is no member: guest mode). */
export type ChatId = string;

export type PersonView = { id: string; name: string; language: string };

export type ChatView = {
	id: ChatId;
	title: string;
	kind: 'private' | 'group' | 'topic' | 'guest';
	/** Ids of people. */
	members: string[];
};

export type ButtonKind =
	| 'callback'
	| 'url'
	| 'copy'
	| 'inline'
	| 'inline-here'
	| 'inline-chosen'
	| 'disabled'
	| 'other';

/** Its place in `MessageView.buttons` is what `tap` names. */
export type ButtonView = { text: string; kind: ButtonKind; value: string };

/** A message as those see it who may. Ids are unique over all chats and grow with time. */
export type MessageView = {
	id: number;
	chat: ChatId;
	/** Name of the sender. */
	from: string;
	/** Id of the person who wrote it; missing for the bot. */
	person?: string;
	fromBot: boolean;
	/** "via @bot": the message of a person, sent from an inline result. */
	viaBot?: boolean;
	/** Plain text, of a rich message too; a document shows its caption or its file name. */
	text: string;
	entities: MessageEntity[];
	rich?: RichBlock[];
	/** Rows: first those inside a rich message, in the order of its blocks, then the keyboard under it. */
	buttons: ButtonView[][];
	/** How many rows of `buttons` are inside the rich message. */
	richRows: number;
	/** The person who alone sees this. */
	onlyFor?: string;
	edited: boolean;
	replyTo?: { id: number; from: string; text: string };
	file?: { name: string };
	/** What Telegram or the playground refused: the text of a red bubble, which only `onlyFor` sees, if that is given. */
	error?: string;
	/** Milliseconds since 1970. */
	at: number;
	/** Its place in the chat: sort by `order`, then by `id`. */
	order: number;
	/** The message in whose place `onlyFor` sees this one; everybody else still sees that one. */
	replaces?: number;
};

/** What a tap was answered with. `url` is a deep link to the bot, which was followed already: see `ActDone.chat`. */
export type Toast = { id: number; person: string; text: string; alert: boolean; url?: string };

/** A call of the bot. */
export type CallView = {
	id: number;
	method: string;
	/** From the arrival of the call to its answer. */
	milliseconds: number;
	params: unknown;
	result?: unknown;
	error?: string;
	at: number;
};

/** An update for the bot. */
export type UpdateView = {
	id: number;
	update: unknown;
	at: number;
	/** From its arrival until the bot said that it is done with it; missing as long as it has not. */
	milliseconds?: number;
};

export type CommandView = { command: string; description: string };

export type ClockView = {
	/** What the bot takes for now, in milliseconds since 1970. */
	now: number;
	/** Days by which the clock was moved, times 86,400,000. */
	offset: number;
};

/** Where the newest answer comes from. */
export type KnowledgeView = {
	/** Below knowledge/, as "carriers/povo/check-data.yaml"; empty before the first answer. */
	file: string;
	/** From the question until the bot sent the answer. */
	milliseconds?: number;
	/** What is wrong with an edited file; what was known before is still answered. */
	problem?: string;
};

export type State = {
	/** The user name of the bot, without "@". */
	bot: string;
	people: PersonView[];
	chats: ChatView[];
	/** The newest 200 of each chat, oldest first. */
	messages: MessageView[];
	/** Chats with older messages than those. */
	more: ChatId[];
	/** Always empty in a fresh state: a toast is gone when the page is loaded again. */
	toasts: Toast[];
	/** The newest 100, oldest first. */
	calls: CallView[];
	/** The newest 100, oldest first. */
	updates: UpdateView[];
	typing: ChatId[];
	clock: ClockView;
	/** By `CommandsKey`. */
	commands: Record<string, CommandView[]>;
	knowledge?: KnowledgeView;
};

/** The key of `State.commands`: a chat and the person who looks at it, as "group:osaka alice". */
export type CommandsKey = `${ChatId} ${string}`;

/** Something that happened. A `message` with a known id takes the place of the old one. */
export type Change =
	| { type: 'message'; message: MessageView }
	| { type: 'gone'; chat: ChatId; id: number }
	| { type: 'toast'; toast: Toast }
	| { type: 'call'; call: CallView }
	| { type: 'update'; update: UpdateView }
	| { type: 'typing'; chat: ChatId; on: boolean }
	| { type: 'clock'; clock: ClockView }
	| { type: 'commands'; commands: State['commands'] }
	| { type: 'knowledge'; knowledge: KnowledgeView };

export type OlderMessages = { messages: MessageView[]; more: boolean };

export type Act =
	| { act: 'send'; person: string; chat: ChatId; text: string; replyTo?: number }
	/** Copying, and writing an inline query into the box, are the page's affair: a tap on such a button does nothing. */
	| { act: 'tap'; person: string; message: number; row: number; column: number }
	| { act: 'inline'; person: string; chat: ChatId; query: string }
	/** One of the results of this person's newest `inline`. */
	| { act: 'choose'; person: string; chat: ChatId; result: string }
	/** A deep link to the bot was opened: t.me/BOT?start=PAYLOAD. */
	| { act: 'start'; person: string; payload: string }
	/** Moves the clock ahead: 1 to 366 whole days. */
	| { act: 'clock'; days: number };

export type InlineResultView = { id: string; title: string; description?: string };

export type InlineView = {
	results: InlineResultView[];
	/** A button over the results, which opens the bot with this payload. */
	button?: { text: string; payload: string };
};

/**
 * What became of an act, once the bot has handled it. What the playground refused is told here and nowhere else: the
 * page shows it as a red bubble. What Telegram refused the bot comes as a `message` with an `error`.
 */
export type ActAnswer = ActDone | { ok: false; error: string };
export type ActDone = {
	ok: true;
	/** For `inline`. */
	inline?: InlineView;
	/** A page of somebody else that the tap opens. */
	url?: string;
	/** The chat that the tap led to: a deep link was pressed, and Start with it. */
	chat?: ChatId;
};
