/** The end of a switch over a closed set: a member that was forgotten fails the type check. */
export function unreachable(value: never): never {
	throw new Error(`Nothing handles ${JSON.stringify(value)}: add a case for it.`);
}
