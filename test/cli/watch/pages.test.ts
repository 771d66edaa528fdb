import { expect, test } from 'vitest';
import { watchSource } from './support.ts';

const SAYS = '180 days without a paid topping, then suspension; データ使い放題 24 hours for 330 yen';
const AT = '/povo.jp/rule?id=9';

test('a page that says the same in Japanese holds', async () => {
	const page = '<html><body><p>180日間トッピングの購入がない場合</p><p>データ使い放題（24時間） 330円</p></body></html>';
	expect(await watchSource(SAYS, { [AT]: page })).toMatchObject([{ result: 'holds', place: 'methods[0].sources[0]' }]);
});

test('a number that changed is told with the sentence that took its place', async () => {
	const page = '<p>180日間トッピングの購入がない場合</p><p>データ使い放題（24時間） 390円</p><p>機種330</p>';
	expect(await watchSource(SAYS, { [AT]: page })).toMatchObject([
		{ result: 'gone', missing: ['330 yen'], nearest: 'データ使い放題(24時間) 390円' },
	]);
});
