import { cluesSchema } from '../../catalogue/schema.ts';
import { askStanding, askWhere, askWho } from './ask-identity.ts';
import { askShortProcedure } from './ask-procedure.ts';
import type { Ask } from './dialogue.ts';
import type { NewCarrier } from './entry-types.ts';
import { given } from './given.ts';
import { list, matching, words } from './readers.ts';
import { createSetting, type Start } from './setting.ts';

/** Everything of carrier.yaml but `offline`, which few carriers have. */
export async function askCarrier(start: Start): Promise<NewCarrier> {
	const who = await askWho(start);
	const standing = await askStanding(start);
	const where = await askWhere(start);
	const clues = await askClues(start.ask);
	const { forms, billing } = who;
	const setting = createSetting(start, { forms, billing, officialDomains: where.officialDomains });
	const identify = await askShortProcedure(setting, 'How to recognise the card');
	const support = await askShortProcedure(setting, 'How to reach the support');
	return { ...who, ...standing, ...where, clues, identify, support };
}

async function askClues(ask: Ask): Promise<NewCarrier['clues']> {
	const ending = 'with commas (empty: not known):';
	const prefix = matching(cluesSchema.shape.iccid.unwrap().element, 'an ICCID prefix: 89 and 2 to 10 digits more');
	const apn = await ask(`Clues by which a card is recognised: its APNs, ${ending}`, list(words()));
	const iccid = await ask(`How its ICCIDs begin, like 898110, ${ending}`, list(prefix));
	const app = await ask(`The names of the carrier's apps, ${ending}`, list(words()));
	const printed = await ask(`What is printed on the card, ${ending}`, list(words()));
	return given({ apn, iccid, app, printed });
}
