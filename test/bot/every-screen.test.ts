import { expect, test } from 'vitest';
import en from '../../locales/en.json' with { type: 'json' };
import { renderRich } from '../../src/answer/render-rich.ts';
import { renderText } from '../../src/answer/render-text.ts';
import { type Button, findScreen } from '../../src/bot/screens/screen.ts';
import { findEntities } from '../../src/bot-api-server/entities/find-entities.ts';
import { addFound, fixEntities } from '../../src/bot-api-server/entities/fix-entities.ts';
import { content } from '../support/nokori.ts';
import { type DrawnScreen, drawEverything, everyScreen } from '../support/screens.ts';

const screens = await drawEverything();
const buttons = screens.flatMap((drawn) => drawn.screen.rows.flat().map((button) => ({ ...drawn, button })));

function offenders(isWrong: (drawn: DrawnScreen) => boolean): string[] {
	return screens.filter(isWrong).map(({ path, locale }) => `${locale} ${path}`);
}

function wrongButtons(isWrong: (button: Button) => boolean): string[] {
	return buttons
		.filter(({ button }) => isWrong(button))
		.map(({ path, locale, button }) => `${locale} ${path} ${button.text}`);
}

test('there are screens for every carrier and language', () => {
	const { catalogue, i18n } = content();
	const pairs = catalogue.carriers.flatMap(({ id }) => catalogue.procedures(id));
	expect(pairs.length).toBeGreaterThan(90);
	expect(screens.length).toBeGreaterThan(pairs.length * i18n.locales.length);
});

test('every text is 1 to 4,096 UTF-16 units with at most 100 entities', () => {
	const isWrong = ({ screen }: DrawnScreen): boolean => {
		const { text, entities } = renderText(screen.document);
		return text.length < 1 || text.length > 4096 || entities.length > 100;
	};
	expect(offenders(isWrong)).toEqual([]);
});

test('every entity lies inside its text and cuts no character', () => {
	const isWrong = ({ screen }: DrawnScreen): boolean => {
		const { text, entities } = renderText(screen.document);
		return entities.some(({ offset, length }) => {
			const part = text.slice(offset, offset + length);
			return part.length !== length || length === 0 || !part.isWellFormed() || part.trim() !== part;
		});
	};
	expect(offenders(isWrong)).toEqual([]);
});

test('nothing comes alive by itself: no host, no address, no name', () => {
	const alive = screens.flatMap(({ screen, path, locale }) => {
		const { text, entities } = renderText(screen.document);
		const kept = addFound(
			fixEntities(entities, () => undefined),
			findEntities(text),
		);
		return kept
			.filter(({ type }) => ['url', 'email', 'mention', 'text_link', 'hashtag', 'cashtag'].includes(type))
			.map(({ type, offset, length }) => `${locale} ${path} ${type} ${text.slice(offset, offset + length)}`);
	});
	expect(alive).toEqual([]);
});

test('every rich message stays within 32,768 characters and 500 blocks', () => {
	const isWrong = ({ screen }: DrawnScreen): boolean => {
		const blocks = JSON.stringify(renderRich(screen.document));
		return Buffer.byteLength(blocks) > 32_768 || (blocks.match(/"type"/g)?.length ?? 0) > 500;
	};
	expect(offenders(isWrong)).toEqual([]);
});

/** All that a person reads in rich blocks: strings, however deep, that are no type of a block. */
function wordsIn(part: unknown): string {
	if (Array.isArray(part)) {
		return part.map(wordsIn).join('');
	}
	if (typeof part === 'object' && part !== null) {
		const { type: _, value: __, ...rest } = part as Record<string, unknown>;
		return Object.values(rest).map(wordsIn).join('');
	}
	return typeof part === 'string' ? part : '';
}

test('both renderers say the same words in the same order', () => {
	const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');
	const isWrong = ({ screen }: DrawnScreen): boolean => {
		const { text } = renderText(screen.document);
		const rich = wordsIn(renderRich(screen.document));
		// The numbers of steps are drawn by the app in a rich message.
		return letters(text.replace(/^\d+\. /gmu, '')) !== letters(rich);
	};
	expect(offenders(isWrong)).toEqual([]);
});

test('a screen has at most eight rows of at most three buttons, and always one', () => {
	const isWrong = ({ screen: { rows } }: DrawnScreen): boolean =>
		rows.length === 0 || rows.length > 8 || rows.some((row) => row.length === 0 || row.length > 3);
	expect(offenders(isWrong)).toEqual([]);
});

test('every button has a text and keeps the limits of its kind', () => {
	const isWrong = (button: Button): boolean => {
		if (button.text.trim() === '' || button.text.length > 64) {
			return true;
		}
		if ('path' in button) {
			return Buffer.byteLength(button.path) > 64;
		}
		if ('url' in button) {
			return !button.url.startsWith('https://');
		}
		const { length } = 'copy' in button ? button.copy : button.share;
		return length < 1 || length > 256;
	};
	expect(wrongButtons(isWrong)).toEqual([]);
});

test('no button leads nowhere', () => {
	const root = everyScreen();
	const isWrong = (button: Button): boolean =>
		'path' in button && button.path.endsWith('/') && findScreen(root, button.path).path !== button.path;
	expect(wrongButtons(isWrong)).toEqual([]);
});

/** The menu, and the names above its parts, which show it too. */
const ROOTS: readonly string[] = ['/', '/menu/', '/guide/'];

test('every screen but the root has a way home', () => {
	const isWrong = ({ path, screen }: DrawnScreen): boolean =>
		!ROOTS.includes(path) && !screen.rows.flat().some((button) => 'path' in button && button.path === '/');
	expect(offenders(isWrong)).toEqual([]);
});

test('no text has a hole: nothing undefined, no open placeholder, no untranslated key', () => {
	const { meta: _, ...texts } = en;
	const keys = Object.entries(texts).flatMap(([group, entries]) =>
		Object.keys(entries).map((key) => `${group}.${key}`),
	);
	const hasHole = (text: string): boolean =>
		/undefined|\{\{|\}\}|\[object|NaN/.test(text) || keys.some((key) => text.includes(key));
	expect(offenders(({ screen }) => hasHole(renderText(screen.document).text))).toEqual([]);
	expect(wrongButtons(({ text }) => hasHole(text))).toEqual([]);
});

/** A Chinese, Japanese or Korean character takes the room of two Latin letters. */
function columns(text: string): number {
	return (
		text.length + (text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)?.length ?? 0)
	);
}

test('the first step of every answer is near the top', () => {
	const { catalogue } = content();
	const isWrong = ({ path, screen }: DrawnScreen): boolean => {
		const [, , carrier = '', ...rest] = path.split('/');
		const { text } = renderText(screen.document);
		const isAnswer = catalogue.carrier(carrier) && !path.startsWith('/carriers/') && rest.length === 1;
		return Boolean(isAnswer) && /^1\. /mu.test(text) && columns(text.slice(0, text.search(/^1\. /mu))) > 900;
	};
	expect(offenders(isWrong)).toEqual([]);
});
