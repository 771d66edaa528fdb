import { expect, test } from 'vitest';
import en from '../../locales/en.json' with { type: 'json' };
import ja from '../../locales/ja.json' with { type: 'json' };
import ko from '../../locales/ko.json' with { type: 'json' };
import vi from '../../locales/vi.json' with { type: 'json' };
import hans from '../../locales/zh-Hans.json' with { type: 'json' };
import hant from '../../locales/zh-Hant.json' with { type: 'json' };
import { wrongMarks } from '../../src/catalogue/rules/quotation-marks.ts';
import { content } from '../support/nokori.ts';

type Texts = { [key: string]: string | readonly string[] | Texts };

/** Each text by the path of its key. */
function flat(texts: Texts, path = ''): [string, string][] {
	return Object.entries(texts).flatMap(([key, value]): [string, string][] =>
		typeof value === 'string' ? [[`${path}${key}`, value]] : flat(value as Texts, `${path}${key}.`),
	);
}

const japanese = new Map(flat(ja));

test.each([
	['en', en],
	['ja', ja],
	['zh-Hans', hans],
	['zh-Hant', hant],
	['ko', ko],
	['vi', vi],
])('the screens in %s quote as its readers do', (locale, texts) => {
	const wrong = flat(texts).flatMap(([key, words]) =>
		wrongMarks(locale, words, japanese.get(key) ?? '').map(({ value }) => `${key} ${value}`),
	);
	expect(wrong).toEqual([]);
});

test('what stands above the bullets of an answer ends its sentence, for other bullets follow', () => {
	const { i18n } = content();
	const ends = ['en', 'ja', 'zh-Hans', 'zh-Hant', 'ko', 'vi'].map((locale) =>
		i18n.translator(locale)('answer.shared', { carrier: 'povo' }).at(-1),
	);
	expect(ends).toEqual(['.', '。', '。', '。', '.', '.']);
});
