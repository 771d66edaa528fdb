import process from 'node:process';
import { catchReloadSignal } from './reload-signal.ts';

// Before everything else is loaded: until somebody listens, this signal ends the process.
const onReload = catchReloadSignal(process);
const { run } = await import('./start.ts');
await run(process.env, onReload);
