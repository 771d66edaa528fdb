import type { Knowledge } from '../../catalogue/load.ts';
import { REQUIRED_LOCALES } from '../../catalogue/rules/languages.ts';
import { carrierSchema } from '../../catalogue/schema.ts';
import { BILLINGS, FORMS, KINDS, NETWORKS, STATUSES } from '../../catalogue/vocabulary.ts';
import { askOptionalText, askText } from './ask-text.ts';
import type { Reader } from './dialogue.ts';
import type { NewCarrier } from './entry-types.ts';
import { given } from './given.ts';
import { list, matching, oneOf, optional, pageOn, someOf, unless, words } from './readers.ts';
import type { Start } from './setting.ts';

const KEBAB_CASE = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** The id of a carrier that is not there yet. */
export function askForId({ ask, knowledge }: Start): Promise<string> {
	const read = unless(ownWord(knowledge), (id) =>
		KEBAB_CASE.test(id) ? undefined : `"${id}" is not made of small letters, digits and single hyphens.`,
	);
	return ask('The id of the carrier, in kebab-case like softbank-prepaid; it can never change:', read);
}

type Who = Pick<NewCarrier, 'names' | 'aliases' | 'operator' | 'kind' | 'networks' | 'forms' | 'billing'>;

/** The fields from `names` to `billing`. */
export async function askWho({ ask, knowledge }: Start): Promise<Who> {
	const own = ownWord(knowledge);
	const names: NewCarrier['names'] = { en: '' };
	for (const locale of REQUIRED_LOCALES) {
		names[locale] = await ask(`The name of the carrier in ${locale}:`, own);
	}
	const any = 'with commas';
	return {
		names,
		aliases: await ask(`What else people call it, ${any} (empty: nothing):`, list(own)),
		operator: await ask('The company behind it:', words()),
		kind: await ask(`Its kind, one of ${KINDS.join(', ')}:`, oneOf(KINDS)),
		networks: await ask(
			`Its networks, any of ${NETWORKS.join(', ')}, ${any} (empty: not known):`,
			list(oneOf(NETWORKS)),
		),
		forms: await ask(`Its forms, at least one of ${FORMS.join(', ')}, ${any}:`, someOf(oneOf(FORMS))),
		billing: await ask(`How it is paid, at least one of ${BILLINGS.join(', ')}, ${any}:`, someOf(oneOf(BILLINGS))),
	};
}

/** Whether people can still get it, and what came after it. */
export async function askStanding({
	ask,
	knowledge,
}: Start): Promise<Pick<NewCarrier, 'status' | 'statusNote' | 'replacedBy'>> {
	const status = await ask(`Its status, one of ${STATUSES.join(', ')}:`, oneOf(STATUSES));
	const statusNote =
		status === 'ended'
			? await askText(ask, 'When it ended, and what a person who still holds the card can do')
			: await askOptionalText(ask, 'What a person should know of its status');
	const ids = knowledge.carriers.map(({ id }) => id);
	const replacedBy =
		status === 'active' || ids.length === 0
			? undefined
			: await ask(`What took its place, one of ${ids.join(', ')} (empty: nothing):`, optional(oneOf(ids)));
	return { status, ...given({ statusNote, replacedBy }) };
}

/** Its pages. */
export async function askWhere({ ask }: Start): Promise<Pick<NewCarrier, 'officialDomains' | 'site' | 'account'>> {
	const host = matching(carrierSchema.shape.officialDomains.element, 'a bare host name like povo.jp');
	const officialDomains = await ask('Its official domains, bare host names like povo.jp, with commas:', someOf(host));
	const page = pageOn(officialDomains);
	const site = await ask('The page that a person opens when no better one is known, beginning with https://:', page);
	const name = await ask('The name of the app or page where people log in (empty: there is none):', optional(words()));
	if (name === undefined) {
		return { officialDomains, site };
	}
	const url = await ask('The address of that app or page, beginning with https://:', page);
	const account = { name, url, login: await askText(ask, 'With what people log in there') };
	return { officialDomains, site, account };
}

/** A word that leads to no other carrier, however carelessly it is typed. */
function ownWord({ carriers }: Knowledge): Reader<string> {
	return unless(words(), (word) => {
		const owner = carriers.find(({ id, entry }) =>
			[id, ...Object.values(entry.names), ...entry.aliases].some((other) => keyOf(other) === keyOf(word)),
		);
		return owner && `"${word}" leads to ${owner.id} already; see ${owner.file}.`;
	});
}

/** What the rule "aliases" compares: neither width, case, spaces, dots nor hyphens make a difference. */
function keyOf(word: string): string {
	return word
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[\s.・·\p{Dash_Punctuation}]/gu, '');
}
