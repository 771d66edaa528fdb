import type { Catalogue } from '../../catalogue/catalogue.ts';
import { carrierChoice } from './carrier-choice.ts';
import type { ScreenNode, View } from './screen.ts';

type Choice = {
	/** The path of the screen that asks. */
	path: string;
	title: (view: View) => string;
	/** Where the button of a carrier leads. */
	target: (carrierId: string) => string;
	back: string;
};

/** Asks for any of the carriers, for something else than one of their answers. */
export function anyCarrier(catalogue: Catalogue, choice: Choice): Pick<ScreenNode, 'screen' | 'children'> {
	const { screen, groups } = carrierChoice({ ...choice, groups: catalogue.groups() });
	return { screen, children: groups };
}
