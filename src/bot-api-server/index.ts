export type { Page } from './app.ts';
export { type Call, type Calls, isPolling, type Mark } from './calls.ts';
export type { Backstage } from './dispatch.ts';
export type { ErrorFault, Faults } from './faults.ts';
export { plainRichText, plainText } from './rich/plain-text.ts';
export { type BotApiServer, type BotApiServerOptions, createBotApiServer } from './server.ts';
export type { Change, StoredMessage, Tap, Toast, Violation } from './world/types.ts';
export type { World } from './world/world.ts';
