import type { Problem } from '../problem.ts';
import type { MethodEntry } from '../schema.ts';
import { type PlacedProcedure, placeIn, proceduresOf } from '../walk.ts';
import type { Rule } from './rule.ts';

/** Folded methods show nothing but their heading, so it must tell them apart. */
export function createHeadingsRule(): Rule {
	return {
		name: 'headings',
		description: 'Methods of the same kind in one procedure are told apart by their `when`, in every language.',
		check: (knowledge) => proceduresOf(knowledge).flatMap((one) => [...missing(one), ...repeated(one)]),
	};
}

function missing({ procedure }: PlacedProcedure): Problem[] {
	const { methods } = procedure.entry;
	return methods.flatMap((method, index) =>
		method.when || methods.every((other) => other === method || other.method !== method.method)
			? []
			: [
					{
						file: procedure.file,
						place: placeIn(procedure, 'methods', index, 'when'),
						wrong: 'missing, though there is another method of this kind',
						value: method.method,
						remedy: 'Say in a few words in which situation, or on which device, this one is right.',
					},
				],
	);
}

function repeated({ procedure }: PlacedProcedure): Problem[] {
	const { methods } = procedure.entry;
	return methods.flatMap((method, index) =>
		Object.entries(method.when ?? {})
			.map(([locale, value]) => ({ locale, value, first: firstWith(methods, method.method, locale, value) }))
			.filter(({ first }) => first !== index)
			.map(({ locale, value, first }) => ({
				file: procedure.file,
				place: placeIn(procedure, 'methods', index, 'when', locale),
				wrong: `the same heading as methods[${first}], which is of the same kind`,
				value,
				remedy: 'Say what makes this one different.',
			})),
	);
}

function firstWith(methods: readonly MethodEntry[], kind: string, locale: string, value: string): number {
	return methods.findIndex((other) => other.method === kind && other.when?.[locale]?.trim() === value.trim());
}
