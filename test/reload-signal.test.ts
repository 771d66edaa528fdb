import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { catchReloadSignal } from '../src/reload-signal.ts';

test('signals from before there is anything to reload are made up for by one reload', () => {
	const signals = new EventEmitter();
	const onReload = catchReloadSignal(signals);
	signals.emit('SIGHUP');
	signals.emit('SIGHUP');
	let reloads = 0;
	onReload(() => {
		reloads += 1;
	});
	expect(reloads).toBe(1);
	signals.emit('SIGHUP');
	expect(reloads).toBe(2);
});
