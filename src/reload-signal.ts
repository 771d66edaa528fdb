import type { EventEmitter } from 'node:events';

/**
 * Takes SIGHUP from now on. One that comes before there is anything to reload is remembered: what it is about may have
 * been read already.
 * @param signals the process
 * @returns sets what is done at each signal
 */
export function catchReloadSignal(signals: EventEmitter): (reload: () => void) => void {
	let isMissed = false;
	let act = (): void => {
		isMissed = true;
	};
	signals.on('SIGHUP', () => act());
	return (reload) => {
		act = reload;
		if (isMissed) {
			reload();
		}
	};
}
