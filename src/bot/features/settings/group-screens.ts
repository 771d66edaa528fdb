import { bold, plain } from '../../../answer/document.ts';
import { pick } from '../../../answer/pick.ts';
import { DELETE_AFTER_MINUTES, type GroupSettings } from '../../../storage/settings.ts';
import type { Deps } from '../../deps.ts';
import { anyCarrier } from '../../screens/carrier-choice.ts';
import { backRow, inRows } from '../../screens/layout.ts';
import type { Button, Screen, ScreenNode, View } from '../../screens/screen.ts';
import { changeGroup } from './change.ts';

const PATH = '/settings/';
/** Stands for taking a choice back. */
const NONE = 'none';

/** What is set now, and a button for each change. */
export function groupScreen(deps: Deps, { t, locale }: View, settings: GroupSettings): Screen {
	const names = deps.catalogue.carrier(settings.carrier ?? '')?.names;
	const language = deps.i18n.locales.find(({ id }) => id === settings.locale)?.name;
	const lines = [
		t('settings.language', { language: language ?? t('settings.askersOwn') }),
		t('settings.carrier', { carrier: names ? pick(names, locale) : t('settings.noCarrier') }),
		t(settings.short ? 'settings.isShort' : 'settings.isFull'),
		t(settings.greeting ? 'settings.greets' : 'settings.isQuiet'),
		t(settings.deleteAfter ? 'settings.deletes' : 'settings.keeps', { minutes: settings.deleteAfter }),
	];
	return {
		document: [
			{ kind: 'title', content: bold(t('settings.groupTitle')) },
			{ kind: 'list', ordered: false, items: lines.map(plain) },
		],
		rows: [...inRows(buttons(settings, t)), backRow(t, '/')],
	};
}

function buttons({ short, greeting, carrier }: GroupSettings, t: View['t']): Button[] {
	return [
		{ text: t('button.language'), path: `${PATH}lang/` },
		{ text: t('settings.button.carrier'), path: `${PATH}carrier/` },
		...(carrier ? [{ text: t('settings.button.noCarrier'), path: `${PATH}carrier/${NONE}` }] : []),
		short
			? { text: t('settings.button.full'), path: `${PATH}full` }
			: { text: t('settings.button.short'), path: `${PATH}short` },
		greeting
			? { text: t('settings.button.quiet'), path: `${PATH}quiet` }
			: { text: t('settings.button.greet'), path: `${PATH}greet` },
		{ text: t('settings.button.delete'), path: `${PATH}delete/` },
	];
}

/** The choices behind the buttons. In a private chat, where an old link may lead to them, they change nothing. */
export function groupChildren(deps: Deps): [string, ScreenNode][] {
	return [
		['lang', languages(deps)],
		['carrier', carriers(deps)],
		['delete', deletions(deps)],
	];
}

function languages(deps: Deps): ScreenNode {
	const { locales } = deps.i18n;
	return choice('settings.pickLanguage', {
		options: ({ t }) => [
			...locales.map(({ id, name }) => ({ text: name, path: `${PATH}lang/${id}` })),
			{ text: t('settings.button.askersOwn'), path: `${PATH}lang/${NONE}` },
		],
		run: async (ctx, [id = '']) => {
			const locale = locales.find((known) => known.id === id)?.id;
			const path = await changeGroup(deps, ctx, { locale });
			ctx.locale = locale ?? ctx.locale;
			ctx.t = deps.i18n.translator(ctx.locale);
			return path;
		},
	});
}

function deletions(deps: Deps): ScreenNode {
	return choice('settings.pickDelete', {
		options: ({ t }) =>
			DELETE_AFTER_MINUTES.map((minutes) => ({
				text: t(minutes ? 'settings.button.deleteAfter' : 'settings.button.keep', { minutes }),
				path: `${PATH}delete/${minutes}`,
			})),
		run: (ctx, [wanted]) => {
			const deleteAfter = DELETE_AFTER_MINUTES.find((minutes) => String(minutes) === wanted);
			return changeGroup(deps, ctx, { deleteAfter: deleteAfter ?? 0 });
		},
	});
}

function carriers(deps: Deps): ScreenNode {
	const path = `${PATH}carrier/`;
	const title = ({ t }: View): string => t('settings.pickCarrier');
	return {
		...anyCarrier(deps.catalogue, { path, title, target: (id) => `${path}${id}`, back: PATH }),
		action: {
			trigger: /[\w-]+$/,
			run: (ctx, [id]) => changeGroup(deps, ctx, { carrier: deps.catalogue.carrier(id)?.id }),
		},
	};
}

type Choice = { options: (view: View) => Button[]; run: NonNullable<ScreenNode['action']>['run'] };

function choice(title: 'settings.pickLanguage' | 'settings.pickDelete', { options, run }: Choice): ScreenNode {
	return {
		screen: (view) => ({
			document: [{ kind: 'title', content: bold(view.t(title)) }],
			rows: [...inRows(options(view)), backRow(view.t, PATH)],
		}),
		children: new Map(),
		action: { trigger: /[\w-]+$/, run },
	};
}
