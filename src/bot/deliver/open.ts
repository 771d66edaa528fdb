import type { Line } from '../../answer/document.ts';
import type { BotContext } from '../context.ts';

/** What a screen says and offers beyond itself, because of how somebody came to it. */
export type Extras = {
	/** A line above it. */
	notice?: Line;
	/** Buttons above its own. */
	buttons?: readonly { text: string; path: string }[];
	/** Where the way to the private chat leads, if not to this very screen. */
	link?: string;
};

/** Shows the screen of a path, as an answer to whatever came in. */
export type Open = (ctx: BotContext, path: string, extras?: Extras) => Promise<void>;
