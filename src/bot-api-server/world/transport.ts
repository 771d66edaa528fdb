/** What setWebhook was told; an empty `url` means that no webhook is set. */
export type WebhookState = {
	url: string;
	secretToken: string | undefined;
	maxConnections: number;
	ipAddress: string | undefined;
	lastError: { date: number; message: string } | undefined;
};

export function createWebhookState(): WebhookState {
	return { url: '', secretToken: undefined, maxConnections: 40, ipAddress: undefined, lastError: undefined };
}

/** What the server remembers of calls that fetch updates. Times are those of `performance.now`. */
export type PollingState = {
	/** Ends the getUpdates that waits for an update. */
	end: ((reason: Error) => void) | undefined;
	/** The offset of the last getUpdates, and when it came. */
	offset: number | undefined;
	startedAt: number;
	/** Before this, a 409 is held back for three seconds. */
	nextConflictAt: number;
	/** Before this, another setWebhook is refused with 429. */
	nextWebhookAt: number;
	/** How long a webhook takes to close, which a change of it waits for. */
	closingMs: number;
	/** Ends the setWebhook that waits for the webhook before it to close. */
	endSetWebhook: ((reason: Error) => void) | undefined;
};

export function createPollingState(): PollingState {
	return {
		end: undefined,
		offset: undefined,
		startedAt: Number.NEGATIVE_INFINITY,
		nextConflictAt: 0,
		nextWebhookAt: 0,
		closingMs: 20,
		endSetWebhook: undefined,
	};
}
