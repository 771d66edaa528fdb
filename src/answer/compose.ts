import { type Carrier, type Catalogue, pick } from '../catalogue/catalogue.ts';
import type { MethodEntry, ProcedureEntry, Say } from '../catalogue/schema.ts';
import type { Form, ProcedureId } from '../catalogue/vocabulary.ts';
import { composeActions, offlineOf } from './actions.ts';
import type { Answer, Question, Way } from './answer.ts';
import { sumUpEvidence } from './evidence.ts';

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
		const methods: readonly [MethodEntry, ...MethodEntry[]] = [best, ...others];
		return {
			procedure,
			carrier: { id: carrier.id, name: pick(carrier.names, locale) },
			...composeAccount(carrier, locale),
			status: composeStatus(catalogue, carrier, locale),
			isShared,
			gist: pick(entry.gist, locale),
			traps: entry.traps.map((trap) => pick(trap, locale)),
			ways: [composeWay(best, locale), ...others.map((method) => composeWay(method, locale))],
			myths: entry.myths.map(({ claim, truth }) => ({ claim: pick(claim, locale), truth: pick(truth, locale) })),
			...composeOffline(carrier, procedure, locale),
			evidence: sumUpEvidence(best, today),
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

function waysFor(entry: ProcedureEntry | undefined, form: Form | undefined): MethodEntry[] {
	return entry?.methods.filter((method) => !form || (method.forms?.includes(form) ?? true)) ?? [];
}

function composeAccount({ account }: Carrier, locale: string): Pick<Answer, 'account'> {
	return account ? { account: { name: account.name, login: pick(account.login, locale) } } : {};
}

function composeStatus(catalogue: Catalogue, carrier: Carrier, locale: string): Answer['status'] {
	const successor = carrier.replacedBy ? catalogue.carrier(carrier.replacedBy) : undefined;
	return {
		status: carrier.status,
		...(carrier.statusNote ? { note: pick(carrier.statusNote, locale) } : {}),
		...(successor ? { replacedBy: pick(successor.names, locale) } : {}),
	};
}

function composeWay(method: MethodEntry, locale: string): Way {
	return {
		method: method.method,
		...(method.when ? { when: pick(method.when, locale) } : {}),
		needs: method.needs,
		steps: method.steps.map((step) => pick(step, locale)),
		...(method.say ? { say: composeSay(method.say, locale) } : {}),
		weak: method.confidence === 'low',
	};
}

function composeSay({ ja, meaning }: Say, locale: string): { ja: string; meaning?: string } {
	const translated = pick(meaning, locale);
	// A reader of Japanese needs no translation of a Japanese sentence.
	return locale === 'ja' || translated === ja ? { ja } : { ja, meaning: translated };
}

function composeOffline(carrier: Carrier, procedure: ProcedureId, locale: string): Pick<Answer, 'offline'> {
	const offline = offlineOf(carrier, procedure);
	if (!offline) {
		return {};
	}
	const steps = offline.steps.map((step) => pick(step, locale));
	return { offline: { steps, ...(offline.say ? { say: composeSay(offline.say, locale) } : {}) } };
}
