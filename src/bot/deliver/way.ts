import type { Store } from '../../storage/store.ts';
import type { Refusals } from '../unsupported.ts';
import type { Draw } from './draw.ts';

/** What every way of delivering a screen needs. */
export type Way = { draw: Draw; refusals: Refusals; store: Store; now: () => number };
