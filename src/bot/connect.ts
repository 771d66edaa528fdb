import type { UserFromGetMe } from 'grammy/types';
import { OperatorError, tokenRefused } from '../errors.ts';
import type { ReloadableBot } from './reloadable-bot.ts';
import { errorCodeOf, networkReasonOf } from './telegram-errors.ts';

/** Telegram answers 404 to a token that it cannot even read. */
const REFUSED_CODES: readonly (number | undefined)[] = [401, 404];

/** Time enough for a slow network, not for one that is not there. */
const GET_ME_TIMEOUT_MS = 15_000;

/**
 * Asks Telegram who the bot is: the first sign that token and address are right.
 * @throws OperatorError when the token is refused, or nothing or nonsense answers
 */
export async function connect(
	{ api, introduce }: Pick<ReloadableBot, 'api' | 'introduce'>,
	apiRoot: string,
): Promise<UserFromGetMe> {
	try {
		const me = await api.getMe(AbortSignal.timeout(GET_ME_TIMEOUT_MS) as never);
		introduce(me);
		return me;
	} catch (error) {
		const code = errorCodeOf(error);
		if (REFUSED_CODES.includes(code)) {
			throw tokenRefused(error);
		}
		throw new OperatorError(
			`TELEGRAM_API_ROOT is "${apiRoot}", which does not answer as Telegram does (${code ?? networkReasonOf(error)}): check the address and the network.`,
			{ cause: error },
		);
	}
}
