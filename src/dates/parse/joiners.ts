/** The signs of a range. A full-width tilde has become the plain one. */
const SIGNS = '[-~〜–—]';

/** Between two days in Chinese or Japanese: 12月1日〜5日, 1号和5号. */
export const CJK_JOINER = `(?:\\s?(?:${SIGNS}|から|より|到|至|または|と|か|和|或者?|跟|及び?|、|,|・)\\s?)`;

/** Between two days in English: 1 to 5 December, Dec 1 and 5. */
export const ENGLISH_JOINER = `(?:\\s?(?:${SIGNS}|&)\\s?|\\s(?:to|till|until|through|thru|and|or)\\s(?:on\\s)?(?:the\\s)?)`;

/** Between two days in Korean: 12월 1일부터 5일, 1일~5일, 1일과 5일. */
export const KOREAN_JOINER = `(?:\\s?(?:${SIGNS}|에서|부터|하고|이랑|과|와|이나|또는|,)\\s?)`;

/** Between two days in Vietnamese, with and without the marks of its letters. */
export const VIETNAMESE_JOINER = `(?:\\s?(?:${SIGNS}|,)\\s?|\\s(?:đến|den|tới|toi|và|va|hoặc|hoac)(?:\\sngày|\\sngay)?\\s)`;
