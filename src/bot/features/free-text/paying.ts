import { plain } from '../../../answer/document.ts';
import { pick } from '../../../catalogue/catalogue.ts';
import type { ProcedureId } from '../../../catalogue/vocabulary.ts';
import type { Keywords } from '../../../understand/keywords.ts';
import { type ChatKind, decideIntent, type Understood } from '../../../understand/understand.ts';
import type { Content } from '../../deps.ts';
import { channelPath, PAYMENT } from '../../paths.ts';
import type { Asker } from '../../screens/screen.ts';
import { channelNotice } from '../home/channel-notice.ts';
import { ownCards } from '../procedure/card-tabs.ts';
import { pathTo } from '../procedure/index.ts';
import { type Resolved, resolveProcedure } from '../procedure/resolve.ts';

/**
 * The screen for words about paying: the answer of the carrier, which says first whether that works there, or else what
 * is known of that means to pay.
 * @returns undefined where paying is not what is asked
 */
export function resolvePaying(
	content: Content,
	asker: Asker,
	understood: Understood,
	chat: ChatKind,
): Resolved | undefined {
	const { keywords } = understood;
	const intent = decideIntent(understood, chat);
	if (!isAboutPaying(keywords, intent)) {
		return undefined;
	}
	const carrier = understood.carrier ?? ownCards(asker)[0]?.carrier ?? asker.group?.carrier;
	const procedure = carrier === undefined ? undefined : procedureFor(content, carrier, keywords, intent);
	const page = payPage(content, asker, keywords);
	if (carrier === undefined || procedure === undefined) {
		const next = intent !== undefined && PAID.includes(intent) ? intent : 'top-up';
		const button = { text: asker.t(`procedure.${next}.button`), path: pathTo(content.catalogue, next) };
		return { path: page.path, buttons: [button] };
	}
	const notice = keywords.channel && channelNotice(content, asker, { procedure, carrier }, keywords.channel);
	const form = understood.form ? { form: understood.form } : {};
	const resolved = resolveProcedure(content, asker, { procedure, carrier, ...form });
	return { ...resolved, ...(notice ? { notice: plain(notice) } : {}), buttons: [page] };
}

/** What one pays for. Under another wish a means to pay is a circumstance: "paid by Alipay, lost the card". */
const PAID: readonly ProcedureId[] = ['top-up', 'renew', 'check-bill'];

function isAboutPaying({ channel, pays, paysOnly, asksWhether }: Keywords, intent: ProcedureId | undefined): boolean {
	if (paysOnly) {
		return true;
	}
	if (intent === undefined || !PAID.includes(intent)) {
		return false;
	}
	return intent === 'check-bill' ? pays || (channel !== undefined && asksWhether) : pays || channel !== undefined;
}

/** What is paid at a carrier: what was asked if there is an answer, or else what is paid by that means, or whatever is. */
function procedureFor(
	{ catalogue }: Content,
	carrier: string,
	{ bill, channel, paysOnly }: Keywords,
	intent: ProcedureId | undefined,
): ProcedureId | undefined {
	const asked = PAID.filter((id) => (bill && id === 'check-bill') || (!bill && id === intent));
	const byThat = PAID.filter((id) =>
		catalogue.procedure(carrier, id)?.methods.some(({ method }) => method === channel?.id),
	);
	const inOrder = paysOnly && !bill ? [...byThat, ...asked] : [...asked, ...byThat];
	return [...inOrder, ...PAID].find((id) => catalogue.procedure(carrier, id) !== undefined);
}

/** The page of the means that is named, or else that of all. */
function payPage({ catalogue }: Content, { locale, t }: Asker, { channel }: Keywords): { text: string; path: string } {
	const known = catalogue.channels.find(({ id }) => id === channel?.id);
	return known
		? { text: pick(known.names, locale), path: channelPath(known.id) }
		: { text: t('pay.button'), path: PAYMENT };
}
