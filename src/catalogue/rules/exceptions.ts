/** A problem that is known and right as it is. */
export type Exception = { rule: string; file: string; place: string; reason: string };

/** One that silences nothing any more is reported, so that the list cannot outlive its reasons. */
export const EXCEPTIONS: readonly Exception[] = [];
