import { type ReadDate, readDate } from '../dates/parse/read-date.ts';
import type { CarrierFinder } from './carrier-finder.ts';
import type { Identifier, IdentifierFinder } from './identifiers.ts';
import type { Understander, Understood } from './understand.ts';

export type Reading = {
	text: string;
	date?: ReadDate;
	identifier?: Identifier;
	understood: Understood;
	carrier?: string;
	isDay: boolean;
};
export type Interpreter = (text: string, context: { today: string; locale: string }) => Reading;
type Parts = { findCarrier: CarrierFinder['find']; understand: Understander; findIdentifier: IdentifierFinder };
export function createInterpreter({ findCarrier, understand, findIdentifier }: Parts): Interpreter {
	return (text, { today, locale }) => {
		const date = readDate(text, today, locale);
		const rest = date?.kind === 'date' ? date.rest : text;
		const carrier = findCarrier(rest);
		const identifier = findIdentifier(text);
		return {
			text,
			...(date ? { date } : {}),
			...(identifier ? { identifier } : {}),
			...(carrier === undefined ? {} : { carrier }),
			understood: understand(text),
			isDay: date?.kind === 'date' && (rest.trim() === '' || understand(rest).isBareName),
		};
	};
}
