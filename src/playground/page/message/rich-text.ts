import type { RichText } from 'grammy/types';
import { html } from 'htm/preact';
import { Code } from './code.ts';
import type { Drawn } from './formatted.ts';
import { WebLink } from './link.ts';
import type { RichContext } from './rich-blocks.ts';
import { Spoiler } from './spoiler.ts';

/** Styles that are an element of HTML. */
const TAGS: Readonly<Record<string, string>> = {
	bold: 'strong',
	italic: 'em',
	underline: 'u',
	strikethrough: 's',
	subscript: 'sub',
	superscript: 'sup',
	marked: 'mark',
};

export function drawRichText(text: RichText | undefined, context: RichContext): Drawn | Drawn[] {
	if (text === undefined || typeof text === 'string') {
		return text ?? '';
	}
	if (Array.isArray(text)) {
		return text.flatMap((part) => drawRichText(part, context));
	}
	return drawStyled(text, context);
}

function drawStyled(text: Exclude<RichText, string | RichText[]>, context: RichContext): Drawn {
	switch (text.type) {
		case 'button':
			return context.button(text.button);
		case 'custom_emoji':
			return text.alternative_text;
		case 'mathematical_expression':
			return html`<code>${text.expression}</code>`;
		case 'anchor':
			return '';
		case 'code':
			return html`<${Code} text=${plain(text.text)} copy=${context.desk.copy} />`;
		case 'spoiler':
			return html`<${Spoiler}>${drawRichText(text.text, context)}<//>`;
		case 'url':
			return html`<${WebLink} url=${text.url}>${drawRichText(text.text, context)}<//>`;
		default:
			return html`<${TAGS[text.type] ?? 'span'}>${drawRichText(text.text, context)}<//>`;
	}
}

function plain(text: RichText): string {
	if (typeof text === 'string') {
		return text;
	}
	return Array.isArray(text) ? text.map(plain).join('') : 'text' in text ? plain(text.text) : '';
}
