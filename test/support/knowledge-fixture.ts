import type { ChangedClaim } from '../../src/catalogue/changed-pages.ts';
import type { GuideFile, Knowledge, NoticesFile, ProcedureFile } from '../../src/catalogue/load.ts';
import type {
	CarrierEntry,
	Category,
	Deadline,
	GuideEntry,
	MethodEntry,
	ProcedureEntry,
	Source,
	Text,
} from '../../src/catalogue/schema.ts';
import type { TranslationFile } from '../../src/catalogue/translations.ts';
import type { ProcedureId } from '../../src/catalogue/vocabulary.ts';

/** The parts of the fixture that a test may change. `app` and `source` are the first ones of `keepNumber`. */
export type Draft = {
	ids: { povo: string; docomo: string };
	categories: Category[];
	povo: CarrierEntry;
	docomo: CarrierEntry;
	keepNumber: ProcedureEntry;
	app: MethodEntry;
	source: Source;
	device: Partial<Record<ProcedureId, ProcedureFile>>;
	guides: GuideFile[];
	changed: ChangedClaim[];
	notices: NoticesFile[];
	translations: TranslationFile[];
};

/**
 * Two carriers that break no rule: povo with keep-number, and docomo.
 * @param change breaks what the test is about
 */
export function knowledgeFixture(change: (draft: Draft) => void = () => {}): Knowledge {
	const source = createSource();
	const app = createMethod({ sources: [source] });
	const keepNumber = createProcedure({ methods: [app] });
	const draft: Draft = {
		ids: { povo: 'povo', docomo: 'docomo' },
		categories: [{ id: 'all', kinds: ['mno', 'sub-brand'], names: createText() }],
		povo: createCarrier('povo2.0', ['povo', 'ポヴォ'], 'povo.jp'),
		docomo: createCarrier('docomo', ['ドコモ'], 'docomo.ne.jp'),
		keepNumber,
		app,
		source,
		device: {},
		guides: [],
		changed: [],
		notices: [],
		translations: [],
	};
	change(draft);
	return {
		categories: draft.categories,
		carriers: [
			createFolder(draft.ids.povo, draft.povo, { 'keep-number': draft.keepNumber }),
			createFolder(draft.ids.docomo, draft.docomo, {}),
		],
		device: new Map(Object.entries(draft.device) as [ProcedureId, ProcedureFile][]),
		guides: draft.guides,
		changed: draft.changed,
		notices: draft.notices,
		translations: draft.translations,
	};
}

/** A text that breaks no rule, but for the languages that a test writes itself. */
export function createText(change: Partial<Text> = {}): Text {
	return {
		en: 'Buy a topping.',
		ja: 'トッピングを購入します。',
		'zh-Hans': '购买加量包。',
		'zh-Hant': '購買加購包。',
		...withoutUndefined(change),
	};
}

export function createSource(change: Partial<Source> = {}): Source {
	const url = 'https://povo.jp/en/information/';
	return {
		url,
		official: true,
		date: '2026-03',
		read: 'copy',
		checked: '2026-11',
		says: 'toppings are bought in the app',
		...change,
	};
}

export function createMethod(change: Partial<MethodEntry> = {}): MethodEntry {
	return {
		method: 'app',
		needs: ['login'],
		steps: [createText()],
		links: [{ url: 'https://povo.jp/' }],
		copy: [],
		confidence: 'high',
		sources: [createSource()],
		...change,
	};
}

export function createGuide(change: Partial<GuideEntry> = {}): GuideEntry {
	const texts = { names: createText(), gist: createText(), points: [createText()], traps: [], steps: [] };
	const lists = { related: [], carriers: [], links: [], myths: [] };
	return { ...texts, ...lists, confidence: 'low', sources: [createSource()], ...change };
}

export function createProcedure(change: Partial<ProcedureEntry> = {}): ProcedureEntry {
	return { gist: createText(), traps: [], methods: [createMethod()], myths: [], ...change };
}

export function createDeadline(change: Partial<Deadline> = {}): Deadline {
	// biome-ignore lint/suspicious/noThenProperty: the word of the data format; the object is never awaited.
	return { from: 'last-top-up', days: 0, then: 'suspended', sources: [createSource()], ...change };
}

function createCarrier(name: string, aliases: string[], domain: string): CarrierEntry {
	const method = (): MethodEntry => createMethod({ method: 'web', links: [{ url: `https://${domain}/` }] });
	return {
		names: createText({ en: name, ja: name, 'zh-Hans': name, 'zh-Hant': name }),
		aliases,
		operator: 'KDDI',
		kind: 'sub-brand',
		networks: ['au'],
		forms: ['physical', 'esim'],
		billing: ['prepaid'],
		status: 'active',
		officialDomains: [domain],
		site: `https://${domain}/`,
		clues: { apn: [domain], iccid: [], app: [], printed: [] },
		identify: createProcedure({ methods: [method()] }),
		support: createProcedure({ methods: [method()] }),
		offline: { steps: [createText()], sources: [createSource()] },
	};
}

type Procedures = Partial<Record<ProcedureId, ProcedureEntry>>;

function createFolder(id: string, entry: CarrierEntry, procedures: Procedures): Knowledge['carriers'][number] {
	const file = `carriers/${id}/carrier.yaml`;
	const files = Object.entries(procedures).map(([name, one]): [ProcedureId, ProcedureFile] => [
		name as ProcedureId,
		{ file: `carriers/${id}/${name}.yaml`, place: '', entry: one },
	]);
	return {
		id,
		file,
		entry,
		procedures: new Map([
			...files,
			['contact-support', { file, place: 'support', entry: entry.support }],
			['identify-carrier', { file, place: 'identify', entry: entry.identify }],
		]),
	};
}

function withoutUndefined(change: Partial<Text>): Record<string, string> {
	return Object.fromEntries(Object.entries(change).filter((pair): pair is [string, string] => pair[1] !== undefined));
}
