import { bold, plain } from '../../../answer/document.ts';
import { DELETE_AFTER_MINUTES, type GroupSettings } from '../../../storage/settings.ts';
import { isGroup } from '../../chat.ts';
import type { BotContext } from '../../context.ts';
import type { Content, Services } from '../../deps.ts';
import { HOME, SETTINGS } from '../../paths.ts';
import { carrierChoice } from '../../screens/carrier-choice.ts';
import { backRow, inRows } from '../../screens/layout.ts';
import type { Button, Screen, ScreenNode, View } from '../../screens/screen.ts';

/** Stands for taking a choice back. */
const NONE = 'none';

/** What is set now, and a button for each change. */
export function groupScreen({ catalogue, i18n }: Content, { t, locale }: View, settings: GroupSettings): Screen {
	const { carrier } = settings;
	const language = i18n.locales.find(({ id }) => id === settings.locale)?.name;
	const lines = [
		t('settings.language', { language: language ?? t('settings.askersOwn') }),
		t('settings.carrier', { carrier: carrier ? catalogue.nameOf(carrier, locale) : t('settings.noCarrier') }),
		t(settings.short ? 'settings.isShort' : 'settings.isFull'),
		t(settings.greeting ? 'settings.greets' : 'settings.isQuiet'),
		t(settings.deleteAfter ? 'settings.deletes' : 'settings.keeps', { minutes: settings.deleteAfter }),
	];
	return {
		document: [
			{ kind: 'title', content: bold(t('settings.groupTitle')) },
			{ kind: 'list', ordered: false, items: lines.map(plain) },
		],
		rows: [...inRows(buttons(settings, t)), backRow(t, HOME)],
	};
}

function buttons({ short, greeting, carrier }: GroupSettings, t: View['t']): Button[] {
	return [
		{ text: t('button.language'), path: `${SETTINGS}lang/` },
		{ text: t('settings.button.carrier'), path: `${SETTINGS}carrier/` },
		...(carrier ? [{ text: t('settings.button.noCarrier'), path: `${SETTINGS}carrier/${NONE}` }] : []),
		short
			? { text: t('settings.button.full'), path: `${SETTINGS}full` }
			: { text: t('settings.button.short'), path: `${SETTINGS}short` },
		greeting
			? { text: t('settings.button.quiet'), path: `${SETTINGS}quiet` }
			: { text: t('settings.button.greet'), path: `${SETTINGS}greet` },
		{ text: t('settings.button.delete'), path: `${SETTINGS}delete/` },
	];
}

/** The choices behind the buttons. In a private chat, where an old link may lead to them, they change nothing. */
export function groupChildren(content: Content, services: Services): [string, ScreenNode][] {
	return [
		['lang', languages(content, services)],
		['carrier', carriers(content, services)],
		['delete', deletions(services)],
	];
}

function languages({ i18n: { locales } }: Content, services: Services): ScreenNode {
	return choice('settings.pickLanguage', {
		options: ({ t }) => [
			...locales.map(({ id, name }) => ({ text: name, path: `${SETTINGS}lang/${id}` })),
			{ text: t('settings.button.askersOwn'), path: `${SETTINGS}lang/${NONE}` },
		],
		run: (ctx, [wanted]) => changeGroup(services, ctx, { locale: locales.find(({ id }) => id === wanted)?.id }),
	});
}

function deletions(services: Services): ScreenNode {
	return choice('settings.pickDelete', {
		options: ({ t }) =>
			DELETE_AFTER_MINUTES.map((minutes) => ({
				text: t(minutes ? 'settings.button.deleteAfter' : 'settings.button.keep', { minutes }),
				path: `${SETTINGS}delete/${minutes}`,
			})),
		run: (ctx, [wanted]) => {
			const deleteAfter = DELETE_AFTER_MINUTES.find((minutes) => String(minutes) === wanted);
			return changeGroup(services, ctx, { deleteAfter: deleteAfter ?? 0 });
		},
	});
}

function carriers({ catalogue }: Content, services: Services): ScreenNode {
	const path = `${SETTINGS}carrier/`;
	const title = ({ t }: View): string => t('settings.pickCarrier');
	return {
		...carrierChoice({ path, groups: catalogue.groups(), title, target: (id) => `${path}${id}`, back: SETTINGS }),
		action: {
			trigger: /[\w-]+$/,
			run: (ctx, [id]) => changeGroup(services, ctx, { carrier: catalogue.carrier(id)?.id }),
		},
	};
}

type Choice = { options: (view: View) => Button[]; run: NonNullable<ScreenNode['action']>['run'] };

function choice(title: 'settings.pickLanguage' | 'settings.pickDelete', { options, run }: Choice): ScreenNode {
	return {
		screen: (view) => ({
			document: [{ kind: 'title', content: bold(view.t(title)) }],
			rows: [...inRows(options(view)), backRow(view.t, SETTINGS)],
		}),
		children: new Map(),
		action: { trigger: /[\w-]+$/, run },
	};
}

/** Changes what is set for the group that was tapped in. @returns the path to show next */
export async function changeGroup(
	{ store }: Services,
	ctx: BotContext,
	change: Partial<GroupSettings>,
): Promise<string> {
	if (isGroup(ctx)) {
		await store.changeGroup(ctx.chat.id, change);
	}
	return SETTINGS;
}
