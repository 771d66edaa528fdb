import { bold, type Document, plain } from '../../../answer/document.ts';
import { answerToDocument } from '../../../answer/layout.ts';
import type { Content } from '../../deps.ts';
import { HOME, LANGUAGES, SETTINGS } from '../../paths.ts';
import { backRow } from '../../screens/layout.ts';
import { leafScreen, type Screen, type ScreenNode, type View } from '../../screens/screen.ts';

/** A person's language and the form of their messages. */
export function ownScreen({ t, rich }: View): Screen {
	return {
		document: [
			{ kind: 'title', content: bold(t('settings.ownTitle')) },
			{ kind: 'paragraph', content: plain(t(rich ? 'settings.isRich' : 'settings.isText')) },
			{ kind: 'paragraph', content: plain(t('settings.richWarning')) },
		],
		rows: [
			[{ text: t('button.language'), path: LANGUAGES }],
			[
				{ text: t('settings.button.sample'), path: `${SETTINGS}sample/` },
				rich
					? { text: t('settings.button.text'), path: `${SETTINGS}text` }
					: { text: t('settings.button.rich'), path: `${SETTINGS}rich` },
			],
			backRow(t, HOME),
		],
	};
}

/** An answer in the new layout, so that one sees whether one's app can show it before choosing it. */
export function sampleNode(content: Content): ScreenNode {
	return leafScreen((view) => ({
		document: sample(content, view),
		rich: true,
		rows: [
			[
				{ text: view.t('settings.button.text'), path: `${SETTINGS}text` },
				{ text: view.t('settings.button.rich'), path: `${SETTINGS}rich` },
			],
			backRow(view.t, SETTINGS),
		],
	}));
}

/** A real answer, the first one of the catalogue, since only that has lists and folded parts as they will be seen. */
function sample({ catalogue, compose }: Content, { locale, t, today }: View): Document {
	const carrier = catalogue.carriers[0]?.id;
	const [procedure] = catalogue.procedures(carrier ?? '');
	const answer = procedure && carrier ? compose({ procedure, carrier, locale }, today) : undefined;
	return answer ? answerToDocument(answer, t) : [{ kind: 'title', content: bold(t('settings.ownTitle')) }];
}
