/** A word that only one Chinese-speaking place uses. */
export type RegionalWord = { locale: 'zh-Hans' | 'zh-Hant'; word: RegExp; instead: string; reason: string };

const MAINLAND = 'the word of the mainland';
const CONVERTED = 'left over from a conversion';
const TAIWAN = 'the word of Taiwan';

const hant = (word: RegExp, instead: string, reason: string): RegionalWord => ({
	locale: 'zh-Hant',
	word,
	instead,
	reason,
});
const hans = (word: RegExp, instead: string): RegionalWord => ({ locale: 'zh-Hans', word, instead, reason: TAIWAN });

/** Only words that are certain: 资讯, 预设, 储值, 门市 are right in simplified texts too. */
export const REGIONAL_WORDS: readonly RegionalWord[] = [
	hant(/短信/, '簡訊', MAINLAND),
	hant(/網絡|网络/, '網路', MAINLAND),
	hant(/充值/, '儲值', MAINLAND),
	hant(/[運运][營营]商/, '電信商', MAINLAND),
	hant(/套餐/, '方案', MAINLAND),
	hant(/屏幕/, '螢幕', MAINLAND),
	hant(/默[認认]/, '預設', MAINLAND),
	hant(/日元/, '日圓', MAINLAND),
	hant(/信息/, '訊息 or 資訊', MAINLAND),
	hant(/[軟软]件/, '軟體 or App', MAINLAND),
	hant(/設置/, '設定', MAINLAND),
	hant(/激活/, '開通 or 啟用', MAINLAND),
	hant(/視頻/, '影片', MAINLAND),
	hant(/服務器/, '伺服器', MAINLAND),
	hant(/營業廳/, '門市', MAINLAND),
	hant(/打印/, '列印', MAINLAND),
	hant(/攜號轉網/, '攜碼', MAINLAND),
	hant(/[這那哪]里|[機頁面包]里/, '裡', CONVERTED),
	hant(/[之以然最今]后/, '後', CONVERTED),
	hant(/准備|標准/, '準', CONVERTED),
	hant(/云端/, '雲端', CONVERTED),
	hant(/旅游/, '旅遊', CONVERTED),
	hans(/简讯/, '短信'),
	hans(/网路(?![径由线])/, '网络'),
	hans(/门号/, '手机号'),
	hans(/萤幕/, '屏幕'),
	hans(/日圆/, '日元'),
	hans(/电信商/, '运营商'),
	hans(/软体/, '软件'),
	hans(/吃到饱/, '不限量'),
	hans(/行动(?:数据|电话|上网)/, '移动数据 or 手机'),
	hans(/伺服器/, '服务器'),
	hans(/列印/, '打印'),
];
