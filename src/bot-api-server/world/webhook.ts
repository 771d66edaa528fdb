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
