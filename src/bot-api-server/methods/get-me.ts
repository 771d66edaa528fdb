import type { BotApiMethod } from '../method.ts';

export const getMe: BotApiMethod = {
	name: 'getMe',
	parameters: [],
	call: ({ world }) => world.bot,
};
