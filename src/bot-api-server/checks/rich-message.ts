import type { InputRichBlock, RichMessage } from 'grammy/types';
import { badRequest } from '../errors.ts';
import { isObject } from '../json.ts';
import type { MethodContext } from '../method.ts';
import { sentBlocks } from '../rich/sent-blocks.ts';
import type { ChatState } from '../world/types.ts';
import { checkBlocks } from './rich-blocks.ts';
import { RICH_LIMITS, type RichWalk, refuseRich } from './rich-walk.ts';

/** Checks "Rich Message Limits" (InputRichMessage in the types). Telegram's wording of the refusals is not known. */
export function checkRichMessage(context: MethodContext, value: unknown, chat: ChatState | undefined): RichMessage {
	if (!isObject(value)) {
		throw badRequest("can't parse rich message: expected an Object");
	}
	const forms = ['blocks', 'html', 'markdown'].filter((form) => value[form] !== undefined);
	if (forms.length !== 1) {
		refuseRich(`exactly one of blocks, html and markdown must be used, found ${forms.join(' and ') || 'none'}`);
	}
	if (value['blocks'] === undefined) {
		// This server parses no HTML or Markdown, see checkText.
		refuseRich('html and markdown are refused here, send blocks instead');
	}
	const walk: RichWalk = { context, chat, characters: 0, blocks: 0, media: 0 };
	checkBlocks(walk, value['blocks'], 1);
	checkLimits(walk);
	const blocks = sentBlocks(value['blocks'] as InputRichBlock[]);
	return value['is_rtl'] === true ? { blocks, is_rtl: true } : { blocks };
}

function checkLimits({ characters, blocks, media }: RichWalk): void {
	if (characters > RICH_LIMITS.characters) {
		refuseRich(`${characters} characters, the limit is ${RICH_LIMITS.characters}`);
	}
	if (blocks > RICH_LIMITS.blocks) {
		refuseRich(`${blocks} blocks, the limit is ${RICH_LIMITS.blocks}`);
	}
	if (media > RICH_LIMITS.media) {
		refuseRich(`${media} media, the limit is ${RICH_LIMITS.media}`);
	}
}
