/** A run of text in one style. In Telegram a tap on `code` copies it. */
export type Inline = { text: string; style?: Style };
export type Style = 'bold' | 'italic' | 'code';
export type Line = readonly Inline[];

/**
 * What a message says, as a small tree that knows nothing of the place where it is shown.
 * Every renderer draws the same blocks in the same order.
 */
export type Block =
	| { kind: 'title'; content: Line }
	| { kind: 'paragraph'; content: Line }
	| { kind: 'heading'; content: Line }
	| { kind: 'list'; ordered: boolean; items: readonly Line[] }
	| Fold
	| { kind: 'footer'; content: Line };

/** A part that folds. That which says where the rest comes from stays where the others are left out. */
export type Fold = { kind: 'details'; summary: Line; blocks: readonly PlainBlock[]; isSource?: boolean };

/** What may stand inside a folded part: nothing that folds itself. */
export type PlainBlock = Extract<Block, { kind: 'paragraph' | 'heading' | 'list' }>;

export type Document = readonly Block[];

/** The document with a line above it, where there is one. */
export function withNotice(notice: Line | undefined, document: Document): Document {
	return notice ? [{ kind: 'paragraph', content: notice }, ...document] : document;
}

export function plain(text: string): Line {
	return [{ text }];
}

export function bold(text: string): Line {
	return [{ text, style: 'bold' }];
}
