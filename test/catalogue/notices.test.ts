import { expect, test } from 'vitest';
import { createCatalogue } from '../../src/catalogue/catalogue.ts';
import { checkKnowledge } from '../../src/catalogue/check.ts';
import { readKnowledgeFolder } from '../../src/catalogue/load.ts';
import { type Notices, noticesSchema } from '../../src/catalogue/notices-schema.ts';
import { createSource, createText, knowledgeFixture } from '../support/knowledge-fixture.ts';
import { createKnowledgeFolder } from '../support/knowledge-folder.ts';

function createNotices(): Notices {
	return noticesSchema.parse({
		notices: [
			{
				kind: 'unpaid',
				stage: 'warning',
				phrases: [['未払い']],
				means: createText(),
				act: createText(),
				due: 'none',
				next: 'check-bill',
				confidence: 'medium',
				sources: [createSource()],
			},
		],
	});
}

test('the notices of a carrier are found by its id', () => {
	const knowledge = knowledgeFixture(({ notices }) => {
		notices.push({ id: 'povo', file: 'notices/povo.yaml', entry: createNotices() });
	});
	expect(createCatalogue(knowledge).notices.get('povo')?.notices).toHaveLength(1);
});

test('the rules of all texts hold for them: languages, sources, numbers', () => {
	const knowledge = knowledgeFixture(({ notices }) => {
		const entry = createNotices();
		const [notice] = entry.notices;
		if (notice) {
			notice.means = { en: 'It is 77 days.' };
		}
		notices.push({ id: 'povo', file: 'notices/povo.yaml', entry });
	});
	const wrong = checkKnowledge(knowledge, { today: '2026-11-29' }).filter(({ file }) => file === 'notices/povo.yaml');
	expect(wrong.map(({ wrong: text }) => text)).toContain('the text is missing in this language');
	expect(wrong.map(({ wrong: text }) => text)).toContain('a number that no source of this file gives');
});

test('a file that is named after no carrier is a problem', () => {
	const { folder, write } = createKnowledgeFolder(knowledgeFixture());
	write('notices/nobody.yaml', 'notices: []\n');
	expect(readKnowledgeFolder(folder).problems).toContainEqual(
		expect.objectContaining({ file: 'notices/nobody.yaml', wrong: 'no carrier has this name' }),
	);
});
