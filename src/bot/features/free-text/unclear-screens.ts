import { type Document, plain } from '../../../answer/document.ts';
import type { Content } from '../../deps.ts';
import { HOME } from '../../paths.ts';
import { leafScreen, type ScreenNode } from '../../screens/screen.ts';
import { pathTo } from '../procedure/index.ts';

/** What is asked back where words may mean more than one thing. The guesses come as buttons above. */
export function unclearScreens({ catalogue }: Pick<Content, 'catalogue'>): [string, ScreenNode][] {
	return [
		[
			'nearest',
			leafScreen(({ t }) => ({
				document: line(t('notice.nearest')),
				rows: [[{ text: t('button.noneOfThese'), path: HOME }]],
			})),
		],
		[
			'nothing',
			leafScreen(({ t }) => ({
				document: line(t('notice.nothing')),
				rows: [
					[{ text: t('button.endContract'), path: pathTo(catalogue, 'cancel') }],
					[{ text: t('button.home'), path: HOME }],
				],
			})),
		],
		[
			'balance',
			leafScreen(({ t }) => ({
				document: line(t('notice.balance')),
				rows: [
					(['check-data', 'check-bill'] as const).map((id) => ({
						text: t(`procedure.${id}.title`),
						path: pathTo(catalogue, id),
					})),
					[{ text: t('button.home'), path: HOME }],
				],
			})),
		],
	];
}

function line(text: string): Document {
	return [{ kind: 'paragraph', content: plain(text) }];
}
