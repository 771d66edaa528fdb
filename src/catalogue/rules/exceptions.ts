/** A problem that is accepted, and why. */
export type Exception = { rule: string; file: string; place: string; reason: string };

/** An exception that silences nothing any more is reported as a problem. */
export const EXCEPTIONS: readonly Exception[] = [];
