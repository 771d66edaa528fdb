import type { Form, ProcedureId } from '../catalogue/vocabulary.ts';

/** What somebody wants to know, whichever way it was asked: by command, tap, words, inline or deep link. */
export type Question = { procedure: ProcedureId; carrier: string; form?: Form; locale: string };
