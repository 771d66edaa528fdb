import { type ChangedPage, createChangedLookup } from './changed-pages.ts';
import type { Knowledge } from './load.ts';
import type { Notices } from './notices-schema.ts';
import type { CarrierEntry, Category, GuideEntry, ProcedureEntry, Text } from './schema.ts';
import { FORMS, type Form, PROCEDURES, type ProcedureId } from './vocabulary.ts';

export type Carrier = CarrierEntry & { id: string };
export type Guide = GuideEntry & { id: string; changedPage?: ChangedPage };
export type CarrierGroup = { category: Category; carriers: readonly Carrier[] };

/** Look-ups in the knowledge. They read no file, so an answer costs no I/O. */
export type Catalogue = {
	/** All carriers in the order of their groups. */
	carriers: readonly Carrier[];
	carrier: (id: string) => Carrier | undefined;
	/** A carrier's name in a language, or the id itself where there is no such carrier. */
	nameOf: (id: string, locale: string) => string;
	/** The groups that have a carrier with this procedure (or any carrier), each with those carriers. */
	groups: (procedure?: ProcedureId) => readonly CarrierGroup[];
	/** The procedures that can be answered for a carrier, in the order of the vocabulary. */
	procedures: (carrierId: string) => readonly ProcedureId[];
	/** The carrier's own procedure, or else that of any phone. */
	procedure: (carrierId: string, procedure: ProcedureId) => ProcedureEntry | undefined;
	/** Whether the procedure is that of any phone, because the carrier has none of its own. */
	isShared: (carrierId: string, procedure: ProcedureId) => boolean;
	/** The procedure of any phone, for those whose carrier is not known. */
	shared: (procedure: ProcedureId) => ProcedureEntry | undefined;
	/** What belongs to no carrier. */
	guides: readonly Guide[];
	guide: (id: string) => Guide | undefined;
	/** Whose page has changed since a procedure, a guide or what works offline was written; undefined where none has. */
	changedPage: (entry: unknown) => ChangedPage | undefined;
	/** What a carrier's messages are like, by its id, and those of any carrier. */
	notices: ReadonlyMap<string, Notices>;
	/** The forms of which a person must choose one, because the methods differ. Empty if there is no choice. */
	formsToAsk: (carrierId: string, procedure: ProcedureId) => readonly Form[];
};

/** Builds the look-ups from the knowledge files. */
export function createCatalogue({
	categories,
	carriers: folders,
	device,
	guides: guideFiles,
	changed,
	notices,
}: Knowledge): Catalogue {
	const groups = categories.map((category) => ({
		category,
		carriers: folders
			.filter(({ entry }) => category.kinds.includes(entry.kind))
			.map(({ id, entry }): Carrier => ({ ...entry, id }))
			.sort((a, b) => rankIn(category, a.id) - rankIn(category, b.id)),
	}));
	const changedPage = createChangedLookup(changed);
	const guides = guideFiles.map(({ id, entry }): Guide => {
		const page = changedPage(entry);
		return { ...entry, id, ...(page && { changedPage: page }) };
	});
	const folderById = new Map(folders.map((folder) => [folder.id, folder]));
	const carriers = groups.flatMap((group) => group.carriers);
	const carrierById = new Map(carriers.map((carrier) => [carrier.id, carrier]));
	const own = (id: string, name: ProcedureId): ProcedureEntry | undefined =>
		folderById.get(id)?.procedures.get(name)?.entry;
	const procedure = (id: string, name: ProcedureId): ProcedureEntry | undefined =>
		folderById.has(id) ? (own(id, name) ?? device.get(name)?.entry) : undefined;
	return {
		carriers,
		carrier: (id) => carrierById.get(id),
		nameOf: (id, locale) => {
			const carrier = carrierById.get(id);
			return carrier ? pick(carrier.names, locale) : id;
		},
		groups: (name) => groups.map((group) => keepWith(group, name, procedure)).filter(hasCarriers),
		procedures: (id) => PROCEDURES.filter((name) => procedure(id, name) !== undefined),
		procedure,
		isShared: (id, name) => own(id, name) === undefined && procedure(id, name) !== undefined,
		shared: (name) => device.get(name)?.entry,
		guides,
		guide: (id) => guides.find((guide) => guide.id === id),
		changedPage,
		notices: new Map(notices.map(({ id, entry }) => [id, entry])),
		formsToAsk: (id, name) => formsToAsk(carrierById.get(id)?.forms ?? [], own(id, name)),
	};
}

/** The carriers that most people look for come first, in the order in which the group names them. */
function rankIn({ first = [] }: Category, id: string): number {
	const place = first.indexOf(id);
	return place < 0 ? first.length : place;
}

type Lookup = (id: string, name: ProcedureId) => ProcedureEntry | undefined;

function keepWith(group: CarrierGroup, name: ProcedureId | undefined, lookup: Lookup): CarrierGroup {
	const carriers = group.carriers.filter(({ id }) => name === undefined || lookup(id, name) !== undefined);
	return { ...group, carriers };
}

function hasCarriers(group: CarrierGroup): boolean {
	return group.carriers.length > 0;
}

function formsToAsk(forms: readonly Form[], entry: ProcedureEntry | undefined): readonly Form[] {
	const differs = entry?.methods.some(({ forms: only }) => only && forms.some((form) => !only.includes(form)));
	const answered = FORMS.filter(
		(form) => forms.includes(form) && entry?.methods.some((method) => method.forms?.includes(form) ?? true),
	);
	return differs && answered.length > 1 ? answered : [];
}

/** The text in the language, or the base language where it is missing. */
export function pick(text: Text, locale: string): string {
	return text[locale] ?? text.en;
}
