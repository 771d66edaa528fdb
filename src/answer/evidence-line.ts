import type { Translate } from '../i18n/i18n.ts';
import type { Evidence } from './answer.ts';

/** Who says it, from when it is, how old that makes it, and when it was last read: the footer of every answer. */
export function evidenceLine({ kind, host, date, years, checked }: Evidence, t: Translate): string {
	return [
		t(`evidence.${kind}`, { host }),
		date ? t('evidence.dated', { date }) : t('evidence.undated'),
		...(years ? [t('evidence.years', { count: years })] : []),
		t('evidence.checked', { date: checked }),
	].join(' · ');
}
