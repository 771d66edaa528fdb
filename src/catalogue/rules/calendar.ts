const DAY_MS = 24 * 60 * 60 * 1000;

/** Whether 2025, 2025-03 or 2025-03-26 is in the calendar. */
export function isRealDay(value: string): boolean {
	const full = `${value}${'-01-01'.slice(value.length - 4)}`;
	const date = new Date(`${full}T00:00:00Z`);
	return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(full);
}

/** The last day that a date may mean: 2025-02 → 2025-02-28. A page of that month may be as young as that. */
export function lastDayOf(value: string): string {
	const [year = '', month = '12', day] = value.split('-');
	const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
	return `${year}-${month}-${day ?? String(last).padStart(2, '0')}`;
}

/** Full days from one day to another, both as 2025-03-26. */
export function daysBetween(from: string, to: string): number {
	return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}
