import type { Problem } from '../problem.ts';
import { type PlacedProcedure, placeIn, proceduresOf } from '../walk.ts';
import type { Rule } from './rule.ts';

/** Finds steps for a form or billing that the carrier does not have. */
export function createFormsRule(): Rule {
	return {
		name: 'forms',
		description: "A method's forms and billing are among those of its carrier.",
		check: (knowledge) => proceduresOf(knowledge).flatMap(foreign),
	};
}

function foreign({ carrier, procedure }: PlacedProcedure): Problem[] {
	if (!carrier) {
		return [];
	}
	return procedure.entry.methods.flatMap((method, index) =>
		(['forms', 'billing'] as const).flatMap((field) => {
			const own: readonly string[] = carrier.entry[field];
			return (method[field] ?? [])
				.filter((value) => !own.includes(value))
				.map((value) => ({
					file: procedure.file,
					place: placeIn(procedure, 'methods', index, field),
					wrong: `${carrier.id} does not have it`,
					value,
					remedy: `Write only ${own.join(', ')} here, or add it to ${field} in carrier.yaml.`,
				}));
		}),
	);
}
