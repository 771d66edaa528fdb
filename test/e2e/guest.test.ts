import { expect, test } from 'vitest';
import { startNokori } from '../support/nokori.ts';

async function openGroup() {
	const { server } = await startNokori();
	const alice = server.person({ name: 'Alice', language: 'en' });
	const chen = server.person({ name: 'Chen', language: 'zh-hans' });
	const group = server.group({ title: 'A group without the bot', members: [alice, chen] });
	return { server, alice, chen, group };
}

test('called in a group that never added it, the bot answers what it understands', async () => {
	const { server, chen, alice, group } = await openGroup();
	await chen.asksGuest(group, '@nokori_bot povo怎么查剩余流量');
	expect(alice.in(group).screen.text).toContain('povo2.0 · 剩余流量');
	expect(server.calls.since(0).map(({ method }) => method)).toEqual(['answerGuestQuery']);
	await alice.in(group).tapsData('/keep-number/povo/', alice.in(group).screen);
	expect(alice.in(group).screen.text).toContain('povo2.0 · Keep the number');
	expect(server.world.violations).toEqual([]);
});

test('called to another member’s message, it answers that', async () => {
	const { chen, alice, group } = await openGroup();
	await chen.in(group).sends('linemo怎么续费');
	const [question] = chen.in(group).messages;
	await alice.asksGuest(group, '@nokori_bot', question);
	expect(alice.in(group).screen.text).toContain('LINEMO');
});

test.each(['@nokori_bot', '@nokori_bot which ramen is the best?', '@nokori_bot giffgaff top up'])(
	'what it does not understand gets one line and a way to ask: %s',
	async (text) => {
		const { alice, group } = await openGroup();
		await alice.asksGuest(group, text);
		expect(alice.in(group).screen.text.split('\n')).toHaveLength(1);
		await alice.in(group).taps('Open private chat');
		expect(alice.screen.text).toContain('help with SIMs in Japan');
	},
);

test('a saved card is shown to nobody in a group that the bot is not in', async () => {
	const { server } = await startNokori();
	const alice = server.person({ name: 'Alice', language: 'en' });
	await alice.sends('/mycard linemo');
	const group = server.group({ title: 'Elsewhere', members: [alice] });
	await alice.asksGuest(group, 'how much data is left?');
	expect(alice.in(group).screen.text).not.toContain('LINEMO');
	const results = await alice.in(group).types('data left');
	expect(results.map(({ id }) => id)).not.toEqual(['check-data_linemo']);
});
