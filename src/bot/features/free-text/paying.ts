import { plain } from '../../../answer/document.ts';
import { pick } from '../../../catalogue/catalogue.ts';
import type { Intent, ProcedureId } from '../../../catalogue/vocabulary.ts';
import type { Keywords } from '../../../understand/keywords.ts';
import type { Understood } from '../../../understand/understand.ts';
import type { Content } from '../../deps.ts';
import { guidePath, PAYMENT } from '../../paths.ts';
import type { Asker } from '../../screens/screen.ts';
import { channelNotice } from '../guides/channel-notice.ts';
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
	intent: Intent | undefined,
): Resolved | undefined {
	const { keywords } = understood;
	if (!isAboutPaying(keywords, intent)) {
		return undefined;
	}
	const carrier = understood.carrier ?? ownCards(asker)[0]?.carrier ?? asker.group?.carrier;
	const procedure = carrier === undefined ? undefined : procedureFor(content, carrier, keywords, intent);
	const page = payPage(content, asker, keywords);
	if (carrier === undefined || procedure === undefined) {
		// A card or a contract: nobody has said yet.
		const next = isPaid(intent) ? [intent] : (['top-up', 'pay-bill'] as const);
		const buttons = next.map((id) => ({
			text: asker.t(`procedure.${id}.button`),
			path: pathTo(content.catalogue, id),
		}));
		return { path: page.path, buttons };
	}
	const notice = keywords.channel && channelNotice(content, asker, { procedure, carrier }, keywords.channel);
	const form = understood.form ? { form: understood.form } : {};
	const resolved = resolveProcedure(content, asker, { procedure, carrier, ...form });
	return { ...resolved, ...(notice ? { notice: plain(notice) } : {}), buttons: [page] };
}

/** What one pays for. Under another wish a means to pay is a circumstance: "paid by Alipay, lost the card". */
const PAID = ['top-up', 'renew', 'pay-bill', 'check-bill'] as const satisfies readonly ProcedureId[];
type Paid = (typeof PAID)[number];

function isPaid(intent: Intent | undefined): intent is Paid {
	return PAID.some((id) => id === intent);
}

function isAboutPaying({ channel, pays, paysOnly, asksWhether }: Keywords, intent: Intent | undefined): boolean {
	if (paysOnly) {
		return true;
	}
	switch (isPaid(intent) ? intent : undefined) {
		case undefined:
			return false;
		case 'pay-bill':
			return channel !== undefined;
		case 'check-bill':
			return pays || (channel !== undefined && asksWhether);
		default:
			return pays || channel !== undefined;
	}
}

/** What is paid at a carrier: what was asked if there is an answer, or else what is paid by that means, or whatever is. */
function procedureFor(
	{ catalogue }: Content,
	carrier: string,
	{ bill, channel, paysOnly }: Keywords,
	intent: Intent | undefined,
): Paid | undefined {
	const asked: readonly Paid[] = bill ? ['pay-bill', 'check-bill'] : PAID.filter((id) => id === intent);
	const byThat = PAID.filter((id) =>
		catalogue.procedure(carrier, id)?.methods.some(({ method }) => method === channel?.id),
	);
	// Where a bill is paid by that means may stand in another answer than that about paying.
	const inOrder = (paysOnly && !bill) || intent === 'pay-bill' ? [...byThat, ...asked] : [...asked, ...byThat];
	return [...inOrder, ...PAID].find((id) => catalogue.procedure(carrier, id) !== undefined);
}

/** The page of the means that is named, or else that of all. */
function payPage({ catalogue }: Content, { locale, t }: Asker, { channel }: Keywords): { text: string; path: string } {
	const known = channel && catalogue.guide(channel.id);
	return known ? { text: pick(known.names, locale), path: guidePath(known) } : { text: t('pay.button'), path: PAYMENT };
}
