import { bold, plain } from '../../../answer/document.ts';
import type { GuideId } from '../../../catalogue/vocabulary.ts';
import type { Content } from '../../deps.ts';
import { DOOR_IDS, DOORS, type DoorId } from '../../doors.ts';
import { CARRIERS, HOME, PAYMENT, REMINDERS } from '../../paths.ts';
import { backRow, inFittingRows } from '../../screens/layout.ts';
import { type Button, leafScreen, type Screen, type ScreenNode, type View } from '../../screens/screen.ts';
import { guideButtons } from '../guides/guide-button.ts';
import { pathTo } from '../procedure/index.ts';

/** Guides that are looked for behind a door, beside its procedures. */
const GUIDES_BEHIND: Partial<Record<DoorId, readonly GuideId[]>> = {
	trouble: ['line-account', 'emergency'],
	change: ['leaving-japan'],
};

/** What stands behind each door: /menu/money/. */
export function doorScreens(content: Content): ScreenNode['children'] {
	return new Map(DOOR_IDS.map((door) => [door, leafScreen((view) => doorScreen(content, door, view))]));
}

function doorScreen({ catalogue }: Content, door: DoorId, view: View): Screen {
	const { t } = view;
	const procedures = DOORS[door].map((id): Button => {
		const button = { text: t(`procedure.${id}.button`), path: pathTo(catalogue, id) };
		return id === 'cancel' ? { ...button, style: 'danger' } : button;
	});
	const [last] = procedures.filter((button) => button.style === 'danger');
	const others = procedures.filter((button) => button !== last);
	return {
		document: [
			{ kind: 'title', content: bold(t(`menu.doors.${door}`)) },
			{ kind: 'paragraph', content: plain(t('menu.carrierHint')) },
		],
		rows: [
			...inFittingRows([...others, ...besides(door, view), ...guidesBehind({ catalogue }, door, view)]),
			...(last ? [[last]] : []),
			backRow(t, HOME),
		],
	};
}

function besides(door: DoorId, { t, audience }: View): Button[] {
	switch (door) {
		case 'money':
			return [{ text: t('pay.button'), path: PAYMENT }];
		case 'keep':
			return audience === 'private' ? [{ text: t('button.remindMe'), path: REMINDERS }] : [];
		case 'sim':
			return [{ text: t('button.carriers'), path: CARRIERS }];
		default:
			return [];
	}
}

function guidesBehind({ catalogue }: Pick<Content, 'catalogue'>, door: DoorId, view: View): Button[] {
	return (GUIDES_BEHIND[door] ?? []).flatMap((id) => guideButtons(catalogue.guide(id), view));
}
