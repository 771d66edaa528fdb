/** What a number counts, whichever language says it. */
export type Unit = (typeof NAMES)[number][0];

/** The first that fits, so those that begin like another stand before it. */
const NAMES = [
	['yen', /^(?:円|日元|日圓|엔|yên|yen|JPY|¥|￥)/],
	['dollar', /^(?:USD|\$)/],
	['kbps', /^[kK]bps/],
	['Mbps', /^Mbps/],
	['Gbps', /^Gbps/],
	['KB', /^KB/],
	['MB', /^(?:MB|メガ|메가)/],
	['GB', /^(?:GB|ギガ|기가)/],
	['TB', /^TB/],
	['month', /^(?:か月|ヶ月|ケ月|カ月|ヵ月|箇月|个月|個月|개월|달|tháng|months?)/],
	['minute', /^(?:分|분|phút|min)/],
	['hour', /^(?:時間|小时|小時|시간|giờ|tiếng|hours?|hrs?|h)/],
	['day', /^(?:日|天|일|ngày|days?)/],
	['week', /^(?:週|周|주|tuần|weeks?)/],
	['year', /^(?:年|년|năm|years?)/],
	['times', /^(?:回|次|회|번|lần|times?)/],
	['percent', /^%/],
	['date', /^(?:st|nd|rd|th|月)/],
] as const satisfies readonly (readonly [string, RegExp])[];

/**
 * Names a unit: 円, 日元, ¥ and "yen" are all yen. Ordinals (the 25th) belong to dates.
 * @param shown the unit as it is written behind, or before, a number
 */
export function nameUnit(shown: string): Unit | undefined {
	return NAMES.find(([, pattern]) => pattern.test(shown.trim()))?.[0];
}
