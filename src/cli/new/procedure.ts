import type { CarrierFolder, Knowledge } from '../../catalogue/load.ts';
import { MAX_LENGTHS } from '../../catalogue/rules/length.ts';
import { SHARED_DOMAINS } from '../../catalogue/rules/links.ts';
import {
	type CarrierEntry,
	copySchema,
	linkSchema,
	procedureSchema,
	saySchema,
	type Text,
} from '../../catalogue/schema.ts';
import {
	CALL_PRICES,
	type CallPrice,
	CONFIDENCES,
	isOneOf,
	METHODS,
	NEEDS,
	PROCEDURES,
	type ProcedureId,
} from '../../catalogue/vocabulary.ts';
import { type Ask, CONTROL, valueAt, within } from './interview.ts';
import { createReview, type NewInterview, toProcedureDraft, withProcedure } from './review.ts';
import { askMoreTexts, askOptionalText, askSources, askText } from './texts.ts';
import { list, matching, oneOf, optional, words, yesOrNo } from './validators.ts';
import { type NewMethod, type NewProcedure, omitEmpty } from './yaml-format.ts';

/** What the questions of a procedure depend on: its carrier, and today, as 2026-11-15. */
type Context = { carrier: Pick<CarrierEntry, 'officialDomains' | 'forms' | 'billing'>; today: string };

const CARRIER = [CONTROL, 'carrier'];
const PROCEDURE = [CONTROL, 'procedure'];

/** The interview about a new procedure of a carrier. */
export function procedureInterview(knowledge: Knowledge, today: string): NewInterview {
	return {
		questions: async (ask) => {
			const carrier = await askForCarrier(ask, knowledge.carriers);
			const id = await askForProcedure(ask, carrier);
			const entry = await askProcedure(ask, { carrier: carrier.entry, today });
			return { ...withProcedure(knowledge, { carrier, id }, procedureSchema.parse(entry)), entry };
		},
		review: createReview(today, (answers) => {
			const carrier = valueAt<CarrierFolder>(answers, CARRIER);
			const id = valueAt<ProcedureId>(answers, PROCEDURE);
			return carrier && id && withProcedure(knowledge, { carrier, id }, toProcedureDraft(answers));
		}),
	};
}

/** Asks for the carrier to which a procedure is added. */
function askForCarrier(ask: Ask, carriers: readonly CarrierFolder[]): Promise<CarrierFolder> {
	const ids = carriers.map(({ id }) => id);
	return ask(CARRIER, `Which carrier? One of ${ids.join(', ')}:`, (answer) => {
		const carrier = carriers.find(({ id }) => id === answer);
		if (!carrier) {
			return { wrong: `"${answer}" is not one of ${ids.join(', ')}.` };
		}
		return freeOf(carrier).length > 0 ? { value: carrier } : { wrong: `${answer} has every procedure already.` };
	});
}

/** Asks for a procedure that the carrier does not have yet. */
function askForProcedure(ask: Ask, carrier: CarrierFolder): Promise<ProcedureId> {
	const free = freeOf(carrier);
	return ask(PROCEDURE, `Which procedure? One of ${free.join(', ')}:`, (answer) => {
		const taken = isOneOf(PROCEDURES, answer) ? carrier.procedures.get(answer) : undefined;
		return taken
			? { wrong: `${carrier.id} has ${answer} already, and nothing is overwritten: edit ${taken.file}.` }
			: oneOf(free)(answer);
	});
}

function freeOf({ procedures }: CarrierFolder): ProcedureId[] {
	return PROCEDURES.filter((procedure) => !procedures.has(procedure));
}

/** Asks for a whole procedure with as many methods as the person knows. */
async function askProcedure(ask: Ask, context: Context): Promise<NewProcedure> {
	const summary = await askSummary(ask, 'The answer');
	const methods: NewMethod[] = [];
	do {
		methods.push(await askMethod(within(ask, 'methods', methods.length), context, methods));
	} while (
		await ask(['methods', methods.length, CONTROL], 'Another method, less good than those before? yes or no:', yesOrNo)
	);
	return { ...summary, methods };
}

/** Asks for a procedure with one method, as a new carrier.yaml has them. */
export async function askShortProcedure(ask: Ask, what: string, context: Context): Promise<NewProcedure> {
	const summary = await askSummary(ask, what);
	return { ...summary, methods: [await askMethod(within(ask, 'methods', 0), context)] };
}

async function askSummary(ask: Ask, what: string): Promise<Omit<NewProcedure, 'methods'>> {
	const gist = await askText(ask, ['gist'], `${what} in one sentence of up to ${MAX_LENGTHS.gist} characters`);
	const traps = await askMoreTexts(ask, ['traps'], 'What costs money or the number, the dearest first: trap');
	return { gist, ...omitEmpty({ traps }) };
}

/** Asks for one way to do it. A heading tells it from others of its kind. */
async function askMethod(ask: Ask, { carrier, today }: Context, others: readonly NewMethod[] = []): Promise<NewMethod> {
	const method = await ask(['method'], `How is it done? One of ${METHODS.join(', ')}:`, oneOf(METHODS));
	const heading = 'When, or on which device, this way is the right one, as a short heading like "iPhone"';
	const askHeading = others.some((other) => other.method === method) ? askText : askOptionalText;
	const when = await askHeading(ask, ['when'], heading);
	const forms = await askPart(ask, 'forms', carrier.forms);
	const billing = await askPart(ask, 'billing', carrier.billing);
	const needs = await ask(
		['needs'],
		`What must be there before the first step? Any of ${NEEDS.join(', ')}, with commas (empty: nothing):`,
		list(oneOf(NEEDS)),
	);
	const call = method === 'phone' ? await askCall(ask) : undefined;
	const first = await askText(ask, ['steps', 0], 'Step 1, one action without a number in front');
	const steps = await askMoreTexts(ask, ['steps'], 'Step', [first]);
	const links = await askLinks(ask, [...carrier.officialDomains, ...SHARED_DOMAINS]);
	const copy = await askCopy(within(ask, 'copy', 0));
	const say = await askSay(within(ask, 'say'));
	const sources = await askSources(ask, today);
	const sure = `How sure is it? One of ${CONFIDENCES.join(', ')} (high: the carrier itself says so):`;
	const confidence = await ask(['confidence'], sure, oneOf(CONFIDENCES));
	const texts = omitEmpty({ when, forms, billing, needs, call });
	return { method, ...texts, steps, ...omitEmpty({ links, copy, say }), confidence, sources };
}

/** Asks which of the carrier's forms or ways to pay; no question where there is only one. */
async function askPart<const T extends string>(ask: Ask, what: string, all: readonly T[]): Promise<T[]> {
	const question = `For which ${what}? Any of ${all.join(', ')}, with commas (empty: all):`;
	return all.length < 2 ? [] : ask([what], question, list(oneOf(all)));
}

function askCall(ask: Ask): Promise<CallPrice | undefined> {
	const question = `What does the call cost? One of ${CALL_PRICES.join(', ')} (empty: it differs, or no source says it):`;
	return ask(['call'], question, optional(oneOf(CALL_PRICES)));
}

function askLinks(ask: Ask, domains: readonly string[]): Promise<{ url: string }[]> {
	const urls = list(matching(linkSchema.shape.url, 'an address that begins with https://'));
	return ask(['links'], `Links for a button each, on ${domains.join(', ')}, with commas (empty: none):`, (answer) => {
		const parsed = urls(answer);
		return 'value' in parsed ? { value: parsed.value.map((url) => ({ url })) } : parsed;
	});
}

async function askCopy(ask: Ask): Promise<{ label: string | Text; value: string }[]> {
	const short = matching(copySchema.shape.value, 'up to 256 characters');
	const typed = 'What is dialled or typed exactly, like *100# or povo.jp (empty: nothing):';
	const value = await ask(['value'], typed, optional(short));
	if (value === undefined) {
		return [];
	}
	const question = 'Its label if it is the same in every language, like APN (empty: it is not):';
	const label = await ask(['label'], question, optional(words()));
	return [{ label: label ?? (await askText(ask, ['label'], 'Its label')), value }];
}

async function askSay(ask: Ask): Promise<{ ja: string; meaning: Text } | undefined> {
	const short = matching(saySchema.shape.ja, 'up to 256 characters');
	const ja = await ask(['ja'], 'What to say or send to the staff, in Japanese (empty: nothing):', optional(short));
	return ja === undefined ? undefined : { ja, meaning: await askText(ask, ['meaning'], 'What that means') };
}
