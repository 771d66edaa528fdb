import { isObject } from '../json.ts';
import { checkButtonAction } from './button.ts';
import { countText, type RichWalk, refuseRich, requireString } from './rich-walk.ts';

const STYLES = ['danger', 'success', 'primary', 'link'] as const;
const FIELDS = ['text', 'style'] as const;

/** A RichMessageButton: its label takes plain text, custom emoji and date_time only, its actions are the usual ones. */
export function checkRichButton(walk: RichWalk, button: unknown): void {
	if (!isObject(button)) {
		refuseRich('a button must be an Object');
	}
	const before = walk.characters;
	checkLabel(walk, button['text']);
	if (walk.characters === before) {
		refuseRich('the text of a button must not be empty');
	}
	if (button['pay'] !== undefined || button['callback_game'] !== undefined) {
		refuseRich('a rich message holds no pay and no game button');
	}
	checkButtonAction(walk.context, button, { styles: STYLES, fields: FIELDS, chat: walk.chat });
}

function checkLabel(walk: RichWalk, label: unknown): void {
	if (typeof label === 'string') {
		countText(walk, label);
	} else if (Array.isArray(label)) {
		for (const part of label) {
			checkLabel(walk, part);
		}
	} else if (isObject(label) && label['type'] === 'custom_emoji') {
		countText(walk, requireString(label['alternative_text'], 'custom_emoji.alternative_text'));
	} else if (isObject(label) && label['type'] === 'date_time') {
		checkLabel(walk, label['text']);
	} else {
		refuseRich('the text of a button takes plain text, custom_emoji and date_time only');
	}
}
