import { type Carrier, type Catalogue, pick } from '../catalogue/catalogue.ts';
import { gravest } from '../catalogue/changed-pages.ts';
import type { MethodEntry, ProcedureEntry } from '../catalogue/schema.ts';
import type { Form, ProcedureId } from '../catalogue/vocabulary.ts';
import { composeActions, offlineOf } from './actions.ts';
import type { Answer, Question, Way } from './answer.ts';
import { sumUpEvidence } from './evidence.ts';
import { mythsFor, sayingFor } from './for-reader.ts';

export type Compose = (question: Question, today: string) => Answer | undefined;

/**
 * Makes the function that answers questions from the catalogue.
 * @returns a composer: question and today (2026-11-20) in, answer out; undefined where nothing is known
 */
export function createCompose(catalogue: Catalogue): Compose {
	return (question, today) => {
		const carrier = catalogue.carrier(question.carrier);
		const entry = catalogue.procedure(question.carrier, question.procedure);
		const [best, ...others] = waysFor(entry, question.form);
		if (!carrier || !entry || !best) {
			return undefined;
		}
		const { locale, procedure } = question;
		const isShared = catalogue.isShared(carrier.id, procedure);
		const methods: Methods = [best, ...others];
		const words = composeWords(entry, methods, { locale, today });
		return {
			procedure,
			carrier: { id: carrier.id, name: pick(carrier.names, locale) },
			...composeAccount(carrier, locale),
			status: composeStatus(catalogue, carrier, locale),
			isShared,
			...words,
			...composeOffline({ carrier, procedure, locale, ways: words.ways }),
			...composeChanged(catalogue, [entry, offlineOf(carrier, procedure)]),
			actions: composeActions({
				methods,
				carrier,
				procedure,
				isShared,
				locale,
				known: catalogue.procedures(carrier.id),
			}),
		};
	};
}

type AnyPhoneQuestion = Pick<Question, 'procedure' | 'locale'> & {
	/** What stands in the place of the carrier's name. */
	name: string;
};

/**
 * Answers with what any phone can do, for those whose carrier is not known.
 * @returns undefined where a phone alone can do nothing
 */
export function composeForAnyPhone(
	catalogue: Pick<Catalogue, 'shared' | 'changedPage'>,
	{ procedure, locale, name }: AnyPhoneQuestion,
	today: string,
): Answer | undefined {
	const entry = catalogue.shared(procedure);
	const [best, ...others] = waysFor(entry, undefined);
	if (!entry || !best) {
		return undefined;
	}
	const methods: Methods = [best, ...others];
	return {
		procedure,
		carrier: { id: '', name },
		status: { status: 'active' },
		isShared: false,
		...composeWords(entry, methods, { locale, today }),
		...composeChanged(catalogue, [entry]),
		actions: composeActions({ methods, procedure, isShared: false, locale, known: [] }),
	};
}

/** Says whose page has changed, the carrier's before others', if any of the parts rests on one. */
function composeChanged(
	{ changedPage }: Pick<Catalogue, 'changedPage'>,
	parts: readonly unknown[],
): Pick<Answer, 'changedPage'> {
	const changed = gravest(parts.map(changedPage));
	return changed ? { changedPage: changed } : {};
}

type Methods = readonly [MethodEntry, ...MethodEntry[]];
type Words = Pick<Answer, 'gist' | 'traps' | 'ways' | 'myths' | 'evidence'>;

/** What the entry itself says, whoever asks. */
function composeWords(
	{ gist, traps, myths }: ProcedureEntry,
	methods: Methods,
	{ locale, today }: { locale: string; today: string },
): Words {
	const [best] = methods;
	return {
		gist: pick(gist, locale),
		traps: traps.map((trap) => pick(trap, locale)),
		ways: [composeWay(best, locale), ...composeOthers(methods, locale)],
		myths: mythsFor(myths, locale),
		evidence: sumUpEvidence(best, today),
	};
}

function waysFor(entry: ProcedureEntry | undefined, form: Form | undefined): MethodEntry[] {
	return entry?.methods.filter((method) => !form || (method.forms?.includes(form) ?? true)) ?? [];
}

function composeAccount({ account }: Carrier, locale: string): Pick<Answer, 'account'> {
	if (!account) {
		return {};
	}
	const { name, login } = account;
	const where = typeof name === 'string' ? name : pick(name, locale);
	return { account: { name: where, ...(login ? { login: pick(login, locale) } : {}) } };
}

function composeStatus(catalogue: Catalogue, carrier: Carrier, locale: string): Answer['status'] {
	const successor = carrier.replacedBy ? catalogue.carrier(carrier.replacedBy) : undefined;
	return {
		status: carrier.status,
		...(carrier.statusNote ? { note: pick(carrier.statusNote, locale) } : {}),
		...(successor ? { replacedBy: pick(successor.names, locale) } : {}),
	};
}

/** The ways after the best one. What is to be said to the staff is said once, by the first way that needs it. */
function composeOthers(methods: readonly MethodEntry[], locale: string): Way[] {
	return methods.slice(1).map((method, index) => {
		const { say, ...way } = composeWay(method, locale);
		const isSaid = methods.slice(0, index + 1).some((earlier) => earlier.say?.ja === say?.ja);
		return say && !isSaid ? { ...way, say } : way;
	});
}

function composeWay(method: MethodEntry, locale: string): Way {
	const say = sayingFor(method.say, locale);
	return {
		method: method.method,
		...(method.when ? { when: pick(method.when, locale) } : {}),
		needs: method.needs,
		...(method.hours ? { hours: method.hours } : {}),
		...(method.call ? { call: method.call } : {}),
		steps: method.steps.map((step) => pick(step, locale)),
		...(say ? { say } : {}),
		weak: method.confidence === 'low',
	};
}

type OfflineParts = { carrier: Carrier; procedure: ProcedureId; locale: string; ways: Answer['ways'] };

function composeOffline({ carrier, procedure, locale, ways }: OfflineParts): Pick<Answer, 'offline'> {
	const offline = offlineOf(carrier, procedure);
	if (!offline) {
		return {};
	}
	const steps = offline.steps.map((step) => pick(step, locale));
	const say = sayingFor(offline.say, locale);
	const isSaid = ways.some((way) => way.say?.ja === say?.ja);
	return { offline: { steps, ...(say && !isSaid ? { say } : {}) } };
}
