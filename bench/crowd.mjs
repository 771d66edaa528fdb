// People who ask, hear the answer, and ask again.

/** More than ask at a time, so that nobody comes near the limit of one person. */
const PEOPLE = 500;

/**
 * Lets so many questions be open at a time, until it is stopped.
 * @param server a strict Bot API server, which a bot asks or is brought updates from
 * @returns `measure`: how many answers came within so many milliseconds, and how long each took
 */
export function createCrowd(server, { text, atOnce }) {
	const people = Array.from({ length: PEOPLE }, (_, index) => server.person({ name: `P${index}`, language: 'en' }));
	const asked = new Map();
	let next = 0;
	let latencies = [];
	let isStopped = false;
	const ask = () => {
		const person = people[next++ % people.length];
		asked.set(person.id, performance.now());
		// Whether it was confirmed is no matter here; what counts is the answer.
		person.sends(text).catch(() => undefined);
	};
	const stopListening = server.world.onChange(({ type, chatId, message }) => {
		const since = asked.get(chatId);
		if (type === 'new' && message.message.from.is_bot && since !== undefined) {
			asked.delete(chatId);
			latencies.push(performance.now() - since);
			forget(server, chatId);
			if (!isStopped) {
				setImmediate(ask);
			}
		}
	});
	for (let index = 0; index < atOnce; index += 1) {
		ask();
	}
	return {
		measure: async (milliseconds) => {
			latencies = [];
			const start = performance.now();
			await new Promise((resolve) => setTimeout(resolve, milliseconds));
			const seconds = (performance.now() - start) / 1000;
			return { perSecond: latencies.length / seconds, ...quantiles(latencies), answers: latencies.length };
		},
		stop: () => {
			isStopped = true;
			stopListening();
		},
	};
}

/** The server remembers all that was said and done, for tests to look at; for hours of it there is no room. */
export function forget(server, chatId) {
	const chat = server.world.chats.get(chatId);
	chat?.messages.clear();
	if (server.calls.all.length > 1000) {
		server.calls.all.length = 0;
	}
}

/** The middle, and what one in a hundred exceeds, in the unit of what comes in. */
export function quantiles(values) {
	const sorted = [...values].sort((a, b) => a - b);
	const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
	return { p50: at(0.5), p99: at(0.99) };
}
