import type { Rule } from './rule.ts';

/** People with the card of an ended product must be told so, and be led to its successor. */
export function createReplacedByRule(): Rule {
	return {
		name: 'replaced-by',
		description: 'replacedBy names another carrier of the catalogue, and an ended carrier says what happened.',
		check: ({ carriers }) =>
			carriers.flatMap(({ id, file, entry: { replacedBy, status, statusNote } }) => {
				const others = carriers.map((carrier) => carrier.id).filter((other) => other !== id);
				return [
					...(replacedBy === undefined || others.includes(replacedBy)
						? []
						: [
								{
									file,
									place: 'replacedBy',
									wrong: 'not another carrier of the catalogue',
									value: replacedBy,
									remedy: `Write one of ${others.join(', ')}, or leave it out.`,
								},
							]),
					...(status !== 'ended' || statusNote
						? []
						: [
								{
									file,
									place: 'statusNote',
									wrong: 'missing, though the product has ended',
									value: status,
									remedy: 'Say when it ended, and what a person who still holds the card can do.',
								},
							]),
				];
			}),
	};
}
