import { badRequest } from '../errors.ts';

/** Ports of https://core.telegram.org/bots/webhooks */
const PORTS: readonly string[] = ['', '443', '80', '88', '8443'];

export function checkWebhookUrl(url: string): void {
	const parsed = URL.canParse(url) ? new URL(url) : undefined;
	if (parsed?.protocol !== 'https:') {
		throw badRequest('bad webhook: An HTTPS URL must be provided for webhook');
	}
	if (!PORTS.includes(parsed.port)) {
		throw badRequest('bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443');
	}
	if (!parsed.hostname.includes('.')) {
		throw badRequest('bad webhook: Failed to resolve host: Name or service not known');
	}
	if (/^(127|10|192\.168)\./.test(parsed.hostname)) {
		throw badRequest(`bad webhook: IP address ${parsed.hostname} is reserved`);
	}
}
