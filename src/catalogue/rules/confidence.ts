import type { Problem } from '../problem.ts';
import type { Source } from '../schema.ts';
import { placeIn, proceduresOf } from '../walk.ts';
import type { Rule } from './rule.ts';

/** High confidence tells the reader that the carrier itself says so, and not only that it once did. */
export function createConfidenceRule(): Rule {
	return {
		name: 'confidence',
		description:
			'A method, guide or notice of high confidence has an official source that shows its age, or that was read live.',
		check: (knowledge) => [
			...proceduresOf(knowledge).flatMap(({ procedure }) =>
				procedure.entry.methods.flatMap((method, index) =>
					tooSure(method, procedure.file, placeIn(procedure, 'methods', index, 'confidence')),
				),
			),
			...knowledge.guides.flatMap(({ file, entry }) => tooSure(entry, file, 'confidence')),
			...knowledge.notices.flatMap(({ file, entry }) =>
				entry.notices.flatMap((notice, index) => tooSure(notice, file, `notices[${index}].confidence`)),
			),
		],
	};
}

type Claim = { confidence: string; sources: readonly Source[] };

function tooSure({ confidence, sources }: Claim, file: string, place: string): Problem[] {
	const official = sources.filter((source) => source.official);
	if (confidence !== 'high' || official.some(showsAge)) {
		return [];
	}
	const wrong =
		official.length === 0
			? 'high confidence without an official source'
			: 'high confidence though no official page shows its age: they are undated copies';
	return [
		{
			file,
			place,
			wrong,
			value: confidence,
			remedy: 'Write medium or low, or add the official page that says so, with its date or read live.',
		},
	];
}

function showsAge({ date, of, read }: Source): boolean {
	return date !== undefined || read === 'live' || (typeof of === 'object' && of.after !== undefined);
}
