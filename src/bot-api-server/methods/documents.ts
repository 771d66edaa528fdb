import type { Document } from 'grammy/types';
import { CAPTION_LIMIT, checkText } from '../checks/text.ts';
import { badRequest } from '../errors.ts';
import { compact } from '../json.ts';
import type { BotApiMethod, MethodContext } from '../method.ts';
import { checkDestination, SEND_PARAMETERS, sendTo } from '../sending/destination.ts';
import type { Upload } from '../world/types.ts';

export const sendDocument: BotApiMethod = {
	name: 'sendDocument',
	parameters: [
		...SEND_PARAMETERS,
		...['document', 'thumbnail', 'caption', 'parse_mode', 'caption_entities'],
		...['disable_content_type_detection', 'reply_to_message_id'],
	],
	call: async (context) => {
		// Reading is asynchronous, so it comes first: nothing may change between the checks and the sending.
		const file = await readUpload(context);
		const destination = checkDestination(context, 'documents');
		const { params, world } = context;
		const { text, entities } = checkText(context, {
			text: params.string('caption') ?? '',
			entities: params.raw['caption_entities'],
			parseMode: params.string('parse_mode'),
			limit: CAPTION_LIMIT,
			tooLong: 'message caption is too long',
			mayBeEmpty: true,
		});
		const content = {
			document: readDocument(context, world.next()),
			...compact({
				caption: text === '' ? undefined : text,
				caption_entities: entities.length > 0 ? entities : undefined,
			}),
		};
		return sendTo(context, destination, content, file);
	},
};

async function readUpload({ params }: MethodContext): Promise<Upload | undefined> {
	const value = params.raw['document'];
	return value instanceof File ? { name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) } : undefined;
}

/** An upload, or the id of a file sent before. URLs are refused: this server fetches nothing. */
function readDocument({ params }: MethodContext, id: number): Document {
	const value = params.raw['document'];
	const ids = { file_id: `document-${id}`, file_unique_id: `unique-${id}` };
	if (value instanceof File) {
		if (value.size === 0) {
			throw badRequest('file must be non-empty');
		}
		return { ...ids, file_name: value.name, mime_type: value.type, file_size: value.size };
	}
	if (typeof value !== 'string' || value === '') {
		throw badRequest('there is no document in the request');
	}
	if (/^(https?|attach):/.test(value)) {
		throw badRequest('wrong file identifier/HTTP URL specified');
	}
	return { ...ids, file_id: value };
}
