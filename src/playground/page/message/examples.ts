import type { ChoiceItem } from '../choice.ts';
import type { PageContext } from '../state/page-context.ts';

/** One question in the language of each person. */
const EXAMPLES = [
	{ language: 'en', text: 'povo data left?' },
	{ language: 'ja', text: '残りデータを確認したい' },
	{ language: 'zh-hans', text: 'povo快到期了咋办' },
	{ language: 'zh-hant', text: '樂天怎麼查餘額' },
	{ language: 'vi', text: 'SIM SoftBank mất sóng' },
	{ language: 'ko', text: '라쿠텐 데이터 얼마나 남았어?' },
];

/** Questions to try. Each is asked by the person of its language, in the private chat with the bot. */
export function exampleItems({ state, current, actions }: PageContext): ChoiceItem[] {
	return EXAMPLES.flatMap(({ language, text }) => {
		const person = state.people.find((candidate) => candidate.language === language);
		if (!person) {
			return [];
		}
		const { id, name } = person;
		const choose = (): void => void actions.write(text, { as: { person: id, chat: `private:${id}` } });
		return [{ text, lang: language, note: id === current.person ? 'as you' : `as ${name}`, choose }];
	});
}
