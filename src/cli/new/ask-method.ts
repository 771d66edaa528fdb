import { SHARED_DOMAINS } from '../../catalogue/rules/links.ts';
import { copySchema, type Source, saySchema, type Text } from '../../catalogue/schema.ts';
import { CONFIDENCES, type Confidence, METHODS, type Method, NEEDS } from '../../catalogue/vocabulary.ts';
import { askSources } from './ask-source.ts';
import { askMoreTexts, askOptionalText, askText } from './ask-text.ts';
import type { NewMethod } from './entry-types.ts';
import { given } from './given.ts';
import { list, matching, oneOf, optional, pageOn, unless, words } from './readers.ts';
import type { Setting } from './setting.ts';

/** One way to do it, told apart from those that are there already. */
export async function askMethod(setting: Setting, others: readonly NewMethod[] = []): Promise<NewMethod> {
	const { ask, carrier } = setting;
	const method = await ask(`How is it done? One of ${METHODS.join(', ')}:`, kind(others));
	const when = await askWhen(
		setting,
		others.some((other) => other.method === method),
	);
	const forms = await askPart(setting, 'forms', carrier.forms);
	const billing = await askPart(setting, 'billing', carrier.billing);
	const needs = await ask(
		`What must be there before the first step? Any of ${NEEDS.join(', ')}, with commas (empty: nothing):`,
		list(oneOf(NEEDS)),
	);
	const steps = await askMoreTexts(ask, 'Step', [await askText(ask, 'Step 1, one action without a number in front')]);
	const links = await askLinks(setting);
	const copy = await askCopy(setting);
	const say = await askSay(setting);
	const sources = await askSources(setting);
	const confidence = await askConfidence(setting, sources);
	return {
		method,
		...given({ when, forms, billing, needs }),
		steps,
		...given({ links, copy, say }),
		confidence,
		sources,
	};
}

/** The heading is all that tells two methods of one kind apart, so the first one needs one too. */
function kind(others: readonly NewMethod[]): ReturnType<typeof oneOf<Method>> {
	return unless(oneOf(METHODS), (method) =>
		others.some((other) => other.method === method && !other.when)
			? `There is a method "${method}" that does not say when it is the right one, so a second would look the same.`
			: undefined,
	);
}

function askWhen({ ask }: Setting, needed: boolean): Promise<Text | undefined> {
	const what = 'When, or on which device, this way is the right one, as a short heading like "iPhone"';
	return needed ? askText(ask, what) : askOptionalText(ask, what);
}

/** Which of the carrier's forms or ways to pay; no question where there is only one. */
async function askPart<const T extends string>({ ask }: Setting, what: string, all: readonly T[]): Promise<T[]> {
	return all.length < 2
		? []
		: ask(`For which ${what}? Any of ${all.join(', ')}, with commas (empty: all):`, list(oneOf(all)));
}

async function askLinks({ ask, carrier }: Setting): Promise<{ url: string }[]> {
	const domains = [...carrier.officialDomains, ...SHARED_DOMAINS];
	const urls = await ask(
		`Links for a button each, on ${domains.join(', ')}, with commas (empty: none):`,
		list(pageOn(domains)),
	);
	return urls.map((url) => ({ url }));
}

async function askCopy({ ask }: Setting): Promise<{ label: string | Text; value: string }[]> {
	const short = matching(copySchema.shape.value, 'up to 256 characters');
	const value = await ask('What is dialled or typed exactly, like *100# or povo.jp (empty: nothing):', optional(short));
	if (value === undefined) {
		return [];
	}
	const same = await ask(
		'Its label if it is the same in every language, like APN (empty: it is not):',
		optional(words()),
	);
	return [{ label: same ?? (await askText(ask, 'Its label')), value }];
}

async function askSay({ ask }: Setting): Promise<{ ja: string; meaning: Text } | undefined> {
	const short = matching(saySchema.shape.ja, 'up to 256 characters');
	const ja = await ask('What to say or send to the staff, in Japanese (empty: nothing):', optional(short));
	return ja === undefined ? undefined : { ja, meaning: await askText(ask, 'What that means') };
}

function askConfidence({ ask }: Setting, sources: readonly Source[]): Promise<Confidence> {
	const allowed = sources.some(({ official }) => official) ? CONFIDENCES : CONFIDENCES.filter((one) => one !== 'high');
	const question = `How sure is it? One of ${allowed.join(', ')} (high: the carrier itself says so):`;
	return ask(question, oneOf(allowed));
}
