import type { Content } from '../../deps.ts';
import { CARRIERS, carrierPath, IDENTIFY } from '../../paths.ts';
import { carrierChoice, placesOf } from '../../screens/carrier-choice.ts';
import { carrierMenu, carrierMenuRest, hasRest } from '../../screens/carrier-menu.ts';
import { leafScreen, type ScreenNode, type View } from '../../screens/screen.ts';

/** The way in by carrier: all of them, and below each what is known for it. */
export function carrierScreens({ catalogue }: Content): ScreenNode {
	const choice = {
		path: CARRIERS,
		target: carrierPath,
		groups: catalogue.groups(),
		title: ({ t }: View) => t('menu.carriers'),
		help: ({ t }: View) => ({ text: t('button.recognise'), path: IDENTIFY }),
	};
	const { screen, children } = carrierChoice(choice);
	const places = placesOf(choice);
	const carriers = catalogue.carriers.map((carrier): [string, ScreenNode] => {
		const back = places.get(carrier.id) ?? CARRIERS;
		const rest = leafScreen((view) => carrierMenuRest(catalogue, carrier, view));
		const menu = leafScreen((view) => carrierMenu(catalogue, carrier, back, view));
		return [carrier.id, hasRest(catalogue, carrier) ? { ...menu, children: new Map([['more', rest]]) } : menu];
	});
	return { screen, children: new Map([...children, ...carriers]) };
}
