import { plain } from '../../../answer/document.ts';
import { pick } from '../../../answer/pick.ts';
import type { Recognised } from '../../../understand/recognise.ts';
import { unreachable } from '../../../unreachable.ts';
import type { Content } from '../../deps.ts';
import type { Reader } from '../../menu/screen.ts';
import type { ResolvedWords } from './resolve.ts';

/** Explains a number or a setting that was pasted instead of a question. */
export function resolveRecognised(
	{ catalogue }: Content,
	{ locale, t }: Reader,
	recognised: Recognised,
): ResolvedWords {
	switch (recognised.kind) {
		case 'iccid':
			return { path: '/identify-carrier/iccid/', notice: plain(t('recognised.iccid')) };
		case 'apn':
			return { path: `/identify-carrier/apn/${recognised.value}/` };
		case 'phone': {
			const { number } = recognised;
			const carriers = catalogue.carriers.filter(({ id }) => recognised.carriers.includes(id));
			const names = carriers.map((carrier) => pick(carrier.names, locale));
			const notice = plain(t('recognised.phone', { number, carriers: new Intl.ListFormat(locale).format(names) }));
			const [only, ...others] = carriers;
			if (only && others.length === 0) {
				return { path: `/contact-support/${only.id}/`, notice };
			}
			const buttons = carriers.map(({ id }, index) => ({ text: names[index] ?? id, path: `/contact-support/${id}/` }));
			return { path: '/contact-support/', notice, buttons };
		}
		default:
			return unreachable(recognised);
	}
}
