import process from 'node:process';
import { keepHeapSmall } from './small-heap.ts';

keepHeapSmall();
// All else is read only now, since that leaves garbage too.
const { run } = await import('./run.ts');
await run(process.env);
