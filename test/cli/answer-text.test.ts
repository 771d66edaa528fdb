import { expect, test } from 'vitest';
import { answerText } from '../../src/cli/answer-text.ts';
import { content, startNokori, TODAY } from '../support/nokori.ts';

function ask(text: string, lang?: string): string {
	return answerText(content(), { text, lang, today: TODAY });
}

test('the command line gives the very words of the chat', async () => {
	const { server } = await startNokori();
	const yuki = server.person({ name: 'Yuki', language: 'ja' });
	for (const text of ['/balance povo', '/fix softbank', '/renew docomo', '/support']) {
		await yuki.sends(text);
		expect(ask(text, 'ja')?.startsWith(yuki.screen.text)).toBe(true);
	}
});

test('links and values to copy stand behind their buttons', () => {
	expect(ask('/support docomo')).toContain('[Copy 151] 151');
	expect(ask('/keep povo')).toMatch(/\[povo\.jp: Keep the number ↗\] https:\/\/povo\.jp\//);
});

test('plain words are read too, and what is not for us is said so', () => {
	expect(ask('povo 怎么保号', 'zh-Hans')).toContain('povo2.0 · 保号');
	expect(ask('what a beautiful day in Kyoto')).toContain('help with that. I know SIM cards');
});
