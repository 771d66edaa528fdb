import type { ProcedureId } from '../catalogue/vocabulary.ts';
import { HOME } from './paths.ts';

/** The first choice of the menu, by what somebody is after. Their order is that of the menu and of /help. */
export const DOORS = {
	money: ['check-data', 'top-up', 'check-bill', 'pay-bill', 'set-alert'],
	keep: ['renew', 'keep-number'],
	trouble: ['lost-or-stopped', 'setup-apn', 'move-esim', 'receive-sms', 'contact-support'],
	change: ['port-number', 'use-abroad', 'update-details', 'cancel'],
	sim: ['identify-carrier', 'find-number'],
} as const satisfies Record<string, readonly ProcedureId[]>;
export type DoorId = keyof typeof DOORS;

export const DOOR_IDS = Object.keys(DOORS) as DoorId[];

/** The screen behind a door. */
export function doorPath(door: DoorId): string {
	return `${HOME}menu/${door}/`;
}

/** The door behind which a procedure stands. */
export function doorOf(procedure: ProcedureId): DoorId {
	return DOOR_IDS.find((door) => (DOORS[door] as readonly ProcedureId[]).includes(procedure)) ?? 'sim';
}
