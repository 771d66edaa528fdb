import { fileURLToPath } from 'node:url';
import { createCompose } from './answer/compose.ts';
import type { Content } from './bot/deps.ts';
import { fingerprintOfKnowledge, readKnowledge } from './catalogue/cache.ts';
import { type Catalogue, createCatalogue } from './catalogue/catalogue.ts';
import { type Knowledge, loadKnowledge } from './catalogue/load.ts';
import { loadWords, type Words } from './catalogue/words.ts';
import { type Checker, createChecker } from './check/check.ts';
import { createI18n, type I18n } from './i18n/i18n.ts';
import { readLocales } from './i18n/read-locales.ts';
import { createCarrierFinder } from './understand/carrier-finder.ts';
import { fingerprintOf, readModel } from './understand/model-cache.ts';
import { createInterpreter } from './understand/reading.ts';
import { createReminderReader, type ReminderReader } from './understand/reminder-request.ts';
import { createAnonymiser } from './understand/unanswered.ts';
import { createUnderstander, type Model, trainModel } from './understand/understand.ts';
import { collectNameWords } from './understand/vocabulary.ts';

/** These lie beside src and, after a build, beside dist. */
export const KNOWLEDGE_FOLDER = fileURLToPath(new URL('../knowledge', import.meta.url));
export const LOCALES_FOLDER = fileURLToPath(new URL('../locales', import.meta.url));

/** Made by the build, and only there. */
export const MODEL_CACHE_FILE = fileURLToPath(new URL('../dist/understand/model.json', import.meta.url));
export const KNOWLEDGE_CACHE_FILE = fileURLToPath(new URL('../dist/catalogue/knowledge.json', import.meta.url));

/** All languages of the interface. */
export function loadI18n(): I18n {
	return createI18n(readLocales(LOCALES_FOLDER));
}

/**
 * Reads the knowledge, as the build cached it if no file has changed since, and builds everything that screens are drawn from.
 * @throws KnowledgeError with all that is wrong in the files
 */
export function loadContent(i18n: I18n): Content {
	const cached = readKnowledge(KNOWLEDGE_CACHE_FILE, fingerprintOfKnowledge(KNOWLEDGE_FOLDER));
	const knowledge = cached ?? loadKnowledge(KNOWLEDGE_FOLDER);
	const catalogue = createCatalogue(knowledge);
	const { understand, anonymise, readReminder } = loadModel(catalogue, knowledge);
	const { find: findCarrier, findNear: findNearCarrier, isBareName: isCarrierName } = createCarrierFinder(catalogue);
	return {
		catalogue,
		compose: createCompose(catalogue),
		findCarrier,
		findNearCarrier,
		isCarrierName,
		understand,
		interpret: createInterpreter(catalogue, understand, readReminder),
		anonymise,
		check: createLazily(catalogue),
		i18n,
	};
}

/**
 * Takes the model of the build if it was trained on the very words that are there now. Otherwise it is trained at the
 * first question: that takes longer than all the rest of the start, and commands do not need it.
 */
function loadModel(catalogue: Catalogue, knowledge: Knowledge & { words?: Words }): FromModel {
	const cached = readModel(MODEL_CACHE_FILE, fingerprintOf(KNOWLEDGE_FOLDER, catalogue));
	if (cached) {
		return fromModel(catalogue, cached);
	}
	const words = knowledge.words ?? loadWords(KNOWLEDGE_FOLDER);
	let made: FromModel | undefined;
	const make = (): FromModel => {
		made ??= fromModel(catalogue, trainModel(catalogue, words));
		return made;
	};
	return {
		understand: (text) => make().understand(text),
		anonymise: (text) => make().anonymise(text),
		readReminder: createReminderReader(catalogue, words.reminder),
	};
}

/** The addresses and numbers of all carriers take their time, and most questions do not need them. */
function createLazily(catalogue: Catalogue): Checker {
	let made: Checker | undefined;
	return (text, options) => {
		made ??= createChecker(catalogue);
		return made(text, options);
	};
}

type FromModel = Pick<Content, 'understand' | 'anonymise'> & { readReminder: ReminderReader };

function fromModel(catalogue: Catalogue, model: Model): FromModel {
	return {
		understand: createUnderstander(catalogue, model),
		anonymise: createAnonymiser(model.vocabulary, () => collectNameWords(catalogue)),
		readReminder: createReminderReader(catalogue, model.lists.reminder),
	};
}
