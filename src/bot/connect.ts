import type { Bot } from 'grammy';
import { OperatorError, tokenRefused } from '../errors.ts';
import type { BotContext } from './context.ts';
import { errorCodeOf, networkReasonOf } from './telegram-errors.ts';

/** Telegram answers 404 to a token that it cannot even read. */
const REFUSED_CODES: readonly (number | undefined)[] = [401, 404];

/** Time enough for a slow network, not for one that is not there. */
const GET_ME_TIMEOUT_MS = 15_000;

/**
 * Asks Telegram who the bot is: the first sign that token and address are right.
 * @throws OperatorError when the token is refused, or when nothing or nonsense answers
 */
export async function connect(bot: Bot<BotContext>, apiRoot: string): Promise<void> {
	try {
		bot.botInfo = await bot.api.getMe(AbortSignal.timeout(GET_ME_TIMEOUT_MS) as never);
	} catch (error) {
		const code = errorCodeOf(error);
		if (REFUSED_CODES.includes(code)) {
			throw tokenRefused(error);
		}
		const reason = code ?? networkReasonOf(error);
		throw new OperatorError(
			`TELEGRAM_API_ROOT is "${apiRoot}", which does not answer as Telegram does (${reason}): check the address and the network.`,
			{ cause: error },
		);
	}
}
