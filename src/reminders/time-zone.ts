import { IANAZone } from 'luxon';

/** Is it an IANA name, like Asia/Tokyo? A bare offset such as +09:00 is none: it knows no summer time. */
export function isTimeZone(name: string): boolean {
	return /^[A-Za-z]/.test(name) && name.length <= LONGEST && IANAZone.isValidZone(name);
}

/** The longest names of the time zone database have 32 characters (America/Argentina/ComodRivadavia). */
const LONGEST = 40;
