import { expect, test } from 'vitest';
import { carrierChoice, placesOf } from '../../src/bot/screens/carrier-choice.ts';
import type { Screen, ScreenNode } from '../../src/bot/screens/screen.ts';
import type { Carrier, CarrierGroup } from '../../src/catalogue/catalogue.ts';
import { createText, knowledgeFixture } from '../support/knowledge-fixture.ts';
import { viewIn } from '../support/screens.ts';

function group(id: string, count: number): CarrierGroup {
	const entry = knowledgeFixture().carriers[0]?.entry;
	const carriers = Array.from({ length: count }, (_, n) => ({
		...entry,
		id: `${id}-${n}`,
		names: createText({ en: `${id} ${n}` }),
	}));
	return { category: { id, kinds: ['mno'], names: createText({ en: id }) }, carriers: carriers as Carrier[] };
}

function draw(...groups: CarrierGroup[]): { screen: Screen; groups: ReadonlyMap<string, ScreenNode> } {
	const choice = carrierChoice({ path: '/renew/', groups, title: () => 'Renew', target: (id) => `/renew/${id}/` });
	return { screen: choice.screen(viewIn('en'), undefined), groups: choice.children };
}

function labels({ rows }: Screen): string[] {
	return rows.flat().map(({ text }) => text);
}

test('few carriers are shown at once, without groups', () => {
	const { screen, groups } = draw(group('big', 4), group('small', 5));
	expect(labels(screen)).toHaveLength(4 + 5 + 1);
	expect(groups.size).toBe(0);
});

test('with many, the first groups stay open and the others fold under their names', () => {
	const { screen, groups } = draw(group('big', 4), group('online', 5), group('others', 9), group('travel', 8));
	expect(labels(screen).slice(9, 11)).toEqual(['others ›', 'travel ›']);
	expect(screen.rows.length).toBeLessThanOrEqual(8);
	expect([...groups.keys()]).toEqual(['group-others', 'group-travel']);
});

test('a group of a thousand goes on over pages of eight rows, each with its way back', () => {
	const { groups } = draw(group('big', 4), group('others', 1000));
	expect(groups.size).toBe(Math.ceil(1000 / 12));
	for (const node of groups.values()) {
		expect(node.screen(viewIn('en'), undefined).rows.length).toBeLessThanOrEqual(8);
	}
	const second = groups.get('group-others-2')?.screen(viewIn('en'), undefined).rows.flat();
	expect(second).toContainEqual({ text: '‹ Back', path: '/renew/group-others/' });
	expect(second).toContainEqual({ text: 'Show more ›', path: '/renew/group-others-3/' });
});

test('carriers of which nothing is known stand last, on the screen that asks and in their group', () => {
	const groups = [group('big', 4), group('online', 5), group('others', 9), group('travel', 8)];
	const isKnown = (id: string): boolean => !['big-0', 'big-1', 'online-4', 'travel-0'].includes(id);
	const choice = { path: '/renew/', groups, title: () => 'Renew', target: (id: string) => `/renew/${id}/`, isKnown };
	const { screen, children } = carrierChoice(choice);
	const shown = labels(screen(viewIn('en'), undefined)).slice(0, 9);
	expect(shown.slice(6)).toEqual(['big 0', 'big 1', 'online 4']);
	const travel = children.get('group-travel')?.screen(viewIn('en'), undefined);
	expect(travel?.rows.flat()[7]).toEqual({ text: 'travel 0', path: '/renew/travel-0/' });
	expect(placesOf(choice).get('travel-0')).toBe('/renew/group-travel/');
});

test('the place of a carrier is the screen that has its button', () => {
	const groups = [group('big', 4), group('others', 30)];
	const choice = { path: '/renew/', groups, title: () => 'Renew', target: (id: string) => `/renew/${id}/` };
	const { screen, children } = carrierChoice(choice);
	const places = placesOf(choice);
	expect(places.size).toBe(34);
	for (const [carrier, place] of places) {
		const node = children.get(place.split('/')[2] ?? '') ?? { screen };
		const targets = node.screen(viewIn('en'), undefined).rows.flat();
		expect(targets).toContainEqual(expect.objectContaining({ path: `/renew/${carrier}/` }));
	}
	expect(places.get('others-29')).toBe('/renew/group-others-3/');
});
