import { checkInlineButton } from '../checks/inline-button.ts';
import { checkInlineResult } from '../checks/inline-result.ts';
import { checkQuestion } from '../checks/query.ts';
import { badRequest } from '../errors.ts';
import type { BotApiMethod, MethodContext } from '../method.ts';

/** "No more than 50 results per query are allowed" and "Offset length can't exceed 64 bytes" (answerInlineQuery). */
const RESULT_LIMIT = 50;
const OFFSET_BYTES = 64;

export const answerInlineQuery: BotApiMethod = {
	name: 'answerInlineQuery',
	parameters: ['inline_query_id', 'results', 'cache_time', 'is_personal', 'next_offset', 'button'],
	call: (context) => {
		const { params } = context;
		const question = checkQuestion(context, 'inline', params.string('inline_query_id'));
		const results = checkResults(context);
		const nextOffset = params.string('next_offset') ?? '';
		if (Buffer.byteLength(nextOffset) > OFFSET_BYTES) {
			throw badRequest('NEXT_OFFSET_INVALID');
		}
		question.answer = {
			results,
			nextOffset,
			button: checkInlineButton(context),
			isPersonal: params.boolean('is_personal'),
			cacheTime: params.integer('cache_time') ?? 300,
		};
		return true;
	},
};

function checkResults(context: MethodContext): unknown[] {
	const values = context.params.json('results');
	if (!Array.isArray(values)) {
		throw badRequest("can't parse inline query results JSON object");
	}
	if (values.length > RESULT_LIMIT) {
		throw badRequest('RESULTS_TOO_MUCH');
	}
	const results = values.map((value) => checkInlineResult(context, value));
	if (new Set(results.map(({ result }) => result.id)).size < results.length) {
		throw badRequest('RESULT_ID_DUPLICATE');
	}
	return results;
}
