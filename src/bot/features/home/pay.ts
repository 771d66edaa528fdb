import { channelToDocument } from '../../../answer/channel-document.ts';
import { bold, plain } from '../../../answer/document.ts';
import { hostOf } from '../../../answer/evidence.ts';
import { pick } from '../../../catalogue/catalogue.ts';
import type { Channel } from '../../../catalogue/schema.ts';
import type { ProcedureId } from '../../../catalogue/vocabulary.ts';
import type { Translate } from '../../../i18n/i18n.ts';
import type { Content } from '../../deps.ts';
import { carrierPath, channelPath, HOME, PAYMENT, type Topic } from '../../paths.ts';
import { backRow, inRows } from '../../screens/layout.ts';
import { leafScreen, type Screen, type ScreenNode, type View } from '../../screens/screen.ts';

/** Links and carriers together leave room for the way back. */
const MAX_LINKS = 2;
const MAX_CARRIERS = 8;

/** Convenience stores, shops, foreign cards, wallets: what works there with which carrier. */
export function paymentScreens(content: Content): ScreenNode {
	const { channels } = content.catalogue;
	return {
		screen: ({ locale, t }) => ({
			document: [
				{ kind: 'title', content: bold(t('pay.title')) },
				{ kind: 'paragraph', content: plain(t('pay.hint')) },
			],
			rows: [
				...inRows(channels.map(({ id, names }) => ({ text: pick(names, locale), path: channelPath(id) }))),
				backRow(t, HOME),
			],
		}),
		children: new Map(
			channels.map((channel): [string, ScreenNode] => [
				channel.id,
				leafScreen((view) => channelScreen(content, channel, view)),
			]),
		),
	};
}

/** The procedures under whose answers the ways to pay are offered. */
const PAID: readonly ProcedureId[] = ['top-up'];

/** The button that leads from an answer to the paying pages, where one pays for what the answer is about. */
export function payingButton({ procedure }: Topic, t: Translate): { text: string; path: string } | undefined {
	return PAID.includes(procedure) ? { text: t('pay.button'), path: PAYMENT } : undefined;
}

function channelScreen({ catalogue }: Content, channel: Channel, view: View): Screen {
	const links = channel.links.slice(0, MAX_LINKS).map(({ url }) => ({
		text: view.t('button.link', { host: hostOf(url) }),
		url,
	}));
	const carriers = catalogue.carriers.filter(({ id }) => channel.carriers.includes(id)).slice(0, MAX_CARRIERS);
	const buttons = carriers.map(({ id, names }) => ({ text: pick(names, view.locale), path: carrierPath(id) }));
	return {
		document: channelToDocument(channel, view),
		rows: [...inRows(links), ...inRows(buttons), backRow(view.t, PAYMENT)],
	};
}
