import { createInterface } from 'node:readline';
import { z } from 'zod';

const lineSchema = z.object({
	id: z.union([z.string(), z.number()]),
	text: z.string(),
	lang: z.string().optional(),
});
type Line = z.infer<typeof lineSchema>;

export type Streams = { input: NodeJS.ReadableStream; output: (line: string) => void; problem: (line: string) => void };

/**
 * Reads one JSON object a line, and writes what is made of each, by its id. A line that cannot be read is reported with
 * its number, and the rest goes on.
 * @returns how many lines could not be read
 */
export async function answerLines(
	{ input, output, problem }: Streams,
	answer: (line: Omit<Line, 'id'>) => object,
): Promise<number> {
	let [number, bad] = [0, 0];
	for await (const written of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
		number += 1;
		if (written.trim() === '') {
			continue;
		}
		const line = lineSchema.safeParse(parse(written));
		if (line.success) {
			const { id, ...asked } = line.data;
			output(JSON.stringify({ id, ...answer(asked) }));
		} else {
			bad += 1;
			problem(`line ${number} is no {"id", "text", "lang"}: write one JSON object a line. The rest goes on.`);
		}
	}
	return bad;
}

function parse(written: string): unknown {
	try {
		return JSON.parse(written);
	} catch {
		return undefined;
	}
}
