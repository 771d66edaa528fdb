import type { ButtonView, MessageView, PlaygroundState } from '../../page-api/protocol.ts';
import type { Place } from './use-place.ts';

/** What people can do on the page, for every component that needs it. */
export type Desk = {
	state: PlaygroundState;
	place: Place;
	go: (place: Partial<Place>) => void;
	/** Writes into a chat; for the examples also as somebody else, who is then who one is. */
	write: (text: string, options?: { as?: Place; replyTo?: number | undefined }) => Promise<void>;
	choose: (result: string) => Promise<void>;
	start: (payload: string) => Promise<void>;
	press: (message: MessageView, button: ButtonView, place: { row: number; column: number }) => Promise<void>;
	copy: (text: string) => Promise<void>;
	/** Says something for a few seconds. */
	note: (text: string) => void;
	moveClock: (days: number) => Promise<void>;
	reply: (message: MessageView) => void;
};
