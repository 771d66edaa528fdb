import { placeIn, proceduresOf } from '../walk.ts';
import type { Rule } from './rule.ts';

/** High confidence tells the reader that the carrier itself says so. */
export function createConfidenceRule(): Rule {
	return {
		name: 'confidence',
		description: 'A method of high confidence has an official source.',
		check: (knowledge) =>
			proceduresOf(knowledge).flatMap(({ procedure }) =>
				procedure.entry.methods.flatMap(({ confidence, sources }, index) =>
					confidence !== 'high' || sources.some(({ official }) => official)
						? []
						: [
								{
									file: procedure.file,
									place: placeIn(procedure, 'methods', index, 'confidence'),
									wrong: 'high confidence without an official source',
									value: confidence,
									remedy: 'Write medium or low, or add the official page that says so.',
								},
							],
				),
			),
	};
}
