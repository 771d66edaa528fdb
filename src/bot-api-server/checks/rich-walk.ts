import { badRequest } from '../errors.ts';
import type { MethodContext } from '../method.ts';
import type { ChatState } from '../world/types.ts';

/** "Rich Message Limits" in the types' comment on InputRichMessage. */
export const RICH_LIMITS = { characters: 32_768, blocks: 500, depth: 16, media: 50, columns: 20, buttons: 8 } as const;

export type RichWalk = {
	readonly context: MethodContext;
	readonly chat: ChatState | undefined;
	characters: number;
	blocks: number;
	media: number;
};

export function refuseRich(reason: string): never {
	throw badRequest(`can't parse rich message: ${reason}`);
}

export function checkDepth(depth: number): void {
	if (depth > RICH_LIMITS.depth) {
		refuseRich(`nested ${depth} levels deep, the limit is ${RICH_LIMITS.depth}`);
	}
}

export function countText(walk: RichWalk, text: string): void {
	if (/\p{Surrogate}/u.test(text)) {
		throw badRequest('strings must be encoded in UTF-8');
	}
	walk.characters += [...text].length;
}

export function requireString(value: unknown, where: string): string {
	if (typeof value !== 'string') {
		refuseRich(`${where} must be a String`);
	}
	return value;
}
