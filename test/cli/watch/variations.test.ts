import { expect, test } from 'vitest';
import type { Claim } from '../../../src/cli/watch/claims.ts';
import { judge, type Verdict } from '../../../src/cli/watch/judge.ts';
import { needlesOfSays } from '../../../src/cli/watch/needles.ts';
import { readPageText } from '../../../src/cli/watch/page-text.ts';
import { extract } from '../../../src/cli/watch/read/extract.ts';
import { clock, counted, day, type Fact, label, phone, pick, type Random, seeded, shuffle, yen } from './variations.ts';

/** How often each page is drawn, as it was and with each of its facts changed. */
const TIMES = 100;
const MAX_FALSE_ALARMS = 0.02;

/** A claim, and the sentences that say it on the carrier's page. */
type Subject = { says: (facts: readonly Fact[]) => string; facts: Fact[]; page: string[] };

const SUBJECTS: Record<string, Subject> = {
	toppings: {
		facts: [yen(330), counted(24, 'hours'), yen(2700), counted(20, 'GB'), counted(30, 'days')],
		says: (facts) => shownIn('unlimited data $1 for $0; data top-up of $3, valid $4, for $2', facts),
		page: [
			'データ使い放題（$1）は$0です。',
			'データ追加$3（$4）',
			'データ追加の料金は$2',
			'購入後の取り消しはできません。',
		],
	},
	support: {
		facts: [phone('0120', '800', '000'), clock(9), clock(20), phone('03', '6635', '2941')],
		says: (facts) => shownIn('free call $0, from $1 to $2 every day; from abroad $3', facts),
		page: [
			'お問い合わせは$0（通話料無料）',
			'受付時間は$1から$2まで、年中無休',
			'海外からは$3（有料）',
			'チャットもご利用ください。',
		],
	},
	stopping: {
		facts: [counted(180, 'days'), counted(30, 'days'), counted(6, 'months'), yen(4950), day(2025, 9, 5)],
		says: (facts) =>
			shownIn('$0 without a purchase, then stopped; $1 later ended; re-issue within $2 for $3 since $4', facts),
		page: [
			'購入が$0ない場合、利用を停止します。',
			'停止から$1で契約を解除します。',
			'再発行は$2以内',
			'手数料は$3',
			'改定日：$4',
		],
	},
	labels: {
		facts: [label('購入履歴', 'ご注文一覧'), label('データチャージ', 'ギガ追加'), counted(7, 'days'), yen(1650)],
		says: (facts) => shownIn('open $0, then $1; valid $2, $3', facts),
		page: ['アプリで$0を開きます。', '次に$1を押します。', '有効期間は$2', '価格は$3'],
	},
};

function shownIn(sentence: string, facts: readonly Fact[]): string {
	return sentence.replaceAll(/\$(\d)/g, (_match, index: string) => facts[Number(index)]?.shown ?? '');
}

/** Sentences that no claim is about, with numbers of their own. */
const OTHERS = [
	'基本料金は0円',
	'通話は22円/30秒',
	'音声通話かけ放題 月額1,738円',
	'SMS送信 3.3円',
	'2023年12月1日のお知らせ',
	'法人のお客さまはこちら',
	'端末価格 128,000円',
	'おすすめ機種 59,800円（税込）',
	'解約金 10,450円',
	'eSIMへの切り替え 440円',
	'最大速度 1Mbps',
	'5Gエリア 98.5%',
	'よくある質問 12件',
	'キャンペーン実施中：10,000ポイント',
	'ショップは全国に2,300店',
];

const BOXES = [
	['<p>', '</p>'],
	['<div class="box">', '</div>'],
	['<ul><li>', '</li></ul>'],
	['<table><tr><td>', '</td></tr></table>'],
	['<dl><dt>ご案内</dt><dd>', '</dd></dl>'],
	['<section><h3>詳細</h3>', '</section>'],
	['<details><summary>詳しく</summary>', '</details>'],
] as const;

function draw(random: Random, { page }: Subject, facts: readonly Fact[]): string {
	const others = shuffle(random, OTHERS).slice(0, Math.floor(random() * OTHERS.length));
	const blocks = shuffle(random, [...page, ...others]).map((sentence) => {
		const [open, close] = pick(random, BOXES);
		const gap = pick(random, ['', '\n', '\n\t\t', ' ', '\r\n']);
		const filled = sentence.replaceAll(/\$(\d)/g, (_match, index: string) => facts[Number(index)]?.draw(random) ?? '');
		return `${open}${gap}${filled}${gap}${close}`;
	});
	const noise = `<script>var price = ${Math.floor(random() * 9999)};</script><style>.a{width:${Math.floor(random() * 999)}px}</style>`;
	return `<!doctype html><html lang="ja"><head><title>ご案内</title>${noise}</head><body>${blocks.join(pick(random, ['', '\n']))}</body></html>`;
}

async function judgePage(subject: Subject, html: string): Promise<Verdict> {
	const text = subject.says(subject.facts);
	const claim: Claim = {
		file: '',
		place: '',
		text,
		texts: [],
		urls: [],
		needles: needlesOfSays(text),
		isSource: true,
	};
	const extracted = await extract(Buffer.from(html), 'text/html; charset=utf-8');
	return 'text' in extracted
		? judge(claim, [{ state: 'read', page: readPageText(extracted.text) }])
		: { result: 'refused' };
}

test.each(Object.entries(SUBJECTS))(
	'%s: a page that only looks different is a false alarm in at most 2 %%',
	async (_name, subject) => {
		const random = seeded(1);
		const alarms: string[] = [];
		for (let time = 0; time < TIMES; time += 1) {
			const html = draw(random, subject, subject.facts);
			const { result, missing } = await judgePage(subject, html);
			if (result !== 'holds') {
				alarms.push(`${missing}: ${html}`);
			}
		}
		expect(alarms.length / TIMES, alarms.join('\n')).toBeLessThanOrEqual(MAX_FALSE_ALARMS);
	},
);

test.each(Object.entries(SUBJECTS))('%s: every fact that changed is told', async (_name, subject) => {
	const random = seeded(2);
	const missed: string[] = [];
	for (let time = 0; time < TIMES; time += 1) {
		for (const index of subject.facts.keys()) {
			const facts = subject.facts.map((fact, at) => (at === index ? fact.change(random) : fact));
			const html = draw(random, subject, facts);
			const { result } = await judgePage(subject, html);
			if (result !== 'gone') {
				missed.push(`${subject.facts[index]?.shown} → ${facts[index]?.shown}: ${html}`);
			}
		}
	}
	expect(missed).toEqual([]);
});
