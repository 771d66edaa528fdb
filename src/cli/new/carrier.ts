import type { Knowledge } from '../../catalogue/load.ts';
import { REQUIRED_LOCALES } from '../../catalogue/rules/languages.ts';
import { carrierSchema, cluesSchema, linkSchema, type Text } from '../../catalogue/schema.ts';
import { BILLINGS, FORMS, KINDS, NETWORKS, STATUSES } from '../../catalogue/vocabulary.ts';
import { type Ask, valueAt, within } from './interview.ts';
import { askShortProcedure } from './procedure.ts';
import { createReview, type NewInterview, toCarrierDraft, withCarrier } from './review.ts';
import { askOptionalText, askText } from './texts.ts';
import { list, matching, oneOf, optional, refine, someOf, words } from './validators.ts';
import { type NewCarrier, omitEmpty } from './yaml-format.ts';

const ID = ['id'];

/** The interview about a new carrier. */
export function carrierInterview(knowledge: Knowledge, today: string): NewInterview {
	return {
		questions: async (ask) => {
			const id = await askForId(ask, knowledge);
			const entry = await askCarrier(ask, knowledge, today);
			return { ...withCarrier(knowledge, id, carrierSchema.parse(entry)), entry };
		},
		review: createReview(today, (answers) => {
			const id = valueAt<string>(answers, ID) ?? '';
			return withCarrier(knowledge, id, toCarrierDraft(answers));
		}),
	};
}

/** Asks for the id of a carrier that is not there yet. */
function askForId(ask: Ask, { carriers }: Knowledge): Promise<string> {
	const isNew = refine(words(), (id) => {
		const owner = carriers.find((carrier) => carrier.id === id);
		return owner && `"${id}" is there already; see ${owner.file}.`;
	});
	return ask(ID, 'The id of the carrier, in kebab-case like softbank-prepaid; it can never change:', isNew);
}

/** Asks for everything of carrier.yaml but `offline`, which few carriers have. */
async function askCarrier(ask: Ask, knowledge: Knowledge, today: string): Promise<NewCarrier> {
	const identity = await askIdentity(ask);
	const status = await askStatus(ask, knowledge);
	const pages = await askPages(ask);
	const clues = await askClues(within(ask, 'clues'));
	const { forms, billing } = identity;
	const context = { carrier: { forms, billing, officialDomains: pages.officialDomains }, today };
	const identify = await askShortProcedure(within(ask, 'identify'), 'How to recognise the card', context);
	const support = await askShortProcedure(within(ask, 'support'), 'How to reach the support', context);
	return { ...identity, ...status, ...pages, clues, identify, support };
}

type Identity = Pick<NewCarrier, 'names' | 'aliases' | 'operator' | 'kind' | 'networks' | 'forms' | 'billing'>;

async function askIdentity(ask: Ask): Promise<Identity> {
	const names: NewCarrier['names'] = { en: '' };
	for (const locale of REQUIRED_LOCALES) {
		names[locale] = await ask(['names', locale], `The name of the carrier in ${locale}:`, words());
	}
	const someOfAll = (all: readonly string[]): string => `at least one of ${all.join(', ')}, with commas:`;
	return {
		names,
		aliases: await ask(['aliases'], 'What else people call it, with commas (empty: nothing):', list(words())),
		operator: await ask(['operator'], 'The company behind it:', words()),
		kind: await ask(['kind'], `Its kind, one of ${KINDS.join(', ')}:`, oneOf(KINDS)),
		networks: await ask(
			['networks'],
			`Its networks, any of ${NETWORKS.join(', ')}, with commas (empty: not known):`,
			list(oneOf(NETWORKS)),
		),
		forms: await ask(['forms'], `Its forms, ${someOfAll(FORMS)}`, someOf(oneOf(FORMS))),
		billing: await ask(['billing'], `How it is paid, ${someOfAll(BILLINGS)}`, someOf(oneOf(BILLINGS))),
	};
}

type Status = Pick<NewCarrier, 'status' | 'statusNote' | 'replacedBy'>;

/** Asks whether people can still get it, and what came after it. */
async function askStatus(ask: Ask, { carriers }: Knowledge): Promise<Status> {
	const status = await ask(['status'], `Its status, one of ${STATUSES.join(', ')}:`, oneOf(STATUSES));
	const statusNote =
		status === 'ended'
			? await askText(ask, ['statusNote'], 'When it ended, and what a person who still holds the card can do')
			: await askOptionalText(ask, ['statusNote'], 'What a person should know of its status');
	const ids = carriers.map(({ id }) => id);
	const question = `What took its place, one of ${ids.join(', ')} (empty: nothing):`;
	const replacedBy =
		status === 'active' || ids.length === 0 ? undefined : await ask(['replacedBy'], question, optional(oneOf(ids)));
	return { status, ...omitEmpty({ statusNote, replacedBy }) };
}

async function askPages(ask: Ask): Promise<Pick<NewCarrier, 'officialDomains' | 'site' | 'account'>> {
	const host = matching(carrierSchema.shape.officialDomains.element, 'a bare host name like povo.jp');
	const page = matching(linkSchema.shape.url, 'an address that begins with https://');
	const domains = 'Its official domains, bare host names like povo.jp, with commas:';
	const officialDomains = await ask(['officialDomains'], domains, someOf(host));
	const best = 'The page that a person opens when no better one is known, beginning with https://:';
	const site = await ask(['site'], best, page);
	const name = await askOptionalText(ask, ['account', 'name'], 'The name of the app or page where people log in');
	if (name === undefined) {
		return { officialDomains, site };
	}
	const url = await ask(['account', 'url'], 'The address of that app or page, beginning with https://:', page);
	const login = await askOptionalText(ask, ['account', 'login'], 'With what people log in there');
	return { officialDomains, site, account: { name: oneIfAlike(name), url, ...omitEmpty({ login }) } };
}

/** A name that is the same in every language is written once. */
function oneIfAlike(name: Text): Text | string {
	return Object.values(name).every((words) => words === name.en) ? name.en : name;
}

async function askClues(ask: Ask): Promise<NewCarrier['clues']> {
	const ending = 'with commas (empty: not known):';
	const prefix = matching(cluesSchema.shape.iccid.unwrap().element, 'an ICCID prefix: 89 and 2 to 10 digits more');
	const apn = await ask(['apn'], `Clues by which a card is recognised: its APNs, ${ending}`, list(words()));
	const iccid = await ask(['iccid'], `How its ICCIDs begin, like 898110, ${ending}`, list(prefix));
	const app = await ask(['app'], `The names of the carrier's apps, ${ending}`, list(words()));
	const printed = await ask(['printed'], `What is printed on the card, ${ending}`, list(words()));
	return omitEmpty({ apn, iccid, app, printed });
}
