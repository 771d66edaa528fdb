import type { z } from 'zod';
import type { carrierSchema, methodSchema, procedureSchema } from '../../catalogue/schema.ts';

/** Entries as they are written: what is empty is left out. */
export type NewMethod = z.input<typeof methodSchema>;
export type NewProcedure = z.input<typeof procedureSchema>;
export type NewCarrier = z.input<typeof carrierSchema>;
