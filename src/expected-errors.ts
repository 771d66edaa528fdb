import { ConnectionError } from './bot/connection-error.ts';
import { UnauthorizedError } from './bot/unauthorized-error.ts';
import { KnowledgeError } from './catalogue/knowledge-error.ts';
import { ConfigError } from './config-error.ts';
import { LocaleError } from './i18n/locale-error.ts';
import { StoreError } from './storage/store-error.ts';

const KINDS = [ConfigError, ConnectionError, KnowledgeError, LocaleError, StoreError, UnauthorizedError];

/** Tells whether an error is one whose message already says what is wrong and what to do. */
export function isExpected(error: unknown): error is Error {
	return KINDS.some((kind) => error instanceof kind);
}
