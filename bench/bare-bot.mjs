// What every answer is held against: the same library, a fixed text, and nothing else.
import { createServer } from 'node:http';
import { run } from '@grammyjs/runner';
import { Bot, webhookCallback } from 'grammy';

const [token, apiRoot, text, port] = process.argv.slice(2);
const bot = new Bot(token, { client: { apiRoot } });
bot.on('message:text', (ctx) => ctx.reply(text));
if (port) {
	await bot.init();
	const take = webhookCallback(bot, 'http');
	createServer((request, response) => (request.method === 'POST' ? take(request, response) : response.end())).listen(
		Number(port),
		'127.0.0.1',
	);
} else {
	run(bot);
}
