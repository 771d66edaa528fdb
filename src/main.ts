import process from 'node:process';
import { run } from './start.ts';

await run(process.env);
