import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parser } from '@prometheus-io/lezer-promql';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { ENVIRONMENT, parseConfig } from '../../src/config.ts';
import { createMetrics } from '../../src/metrics.ts';
import { content } from '../support/nokori.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

const operating = read('docs/operating.md');
const caddyfile = read('deploy/Caddyfile');
const dockerfile = read('Dockerfile');
const unit = read('deploy/nokori.service');

const VARIABLES = Object.keys(ENVIRONMENT.shape);
/** What only compose.yaml reads. */
const OF_COMPOSE = ['DOMAIN'];

type Service = {
	environment?: Record<string, string>;
	env_file?: string;
	ports?: string[];
	volumes?: string[];
	read_only?: boolean;
	cap_drop?: string[];
	security_opt?: string[];
	stop_grace_period?: string;
};
const compose = parse(read('compose.yaml'), { merge: true }) as { services: Record<string, Service> };
const bots = Object.entries(compose.services).filter(([name]) => name.startsWith('bot-'));

/** Everything that the pattern's group matched, each once and in order. */
function all(text: string, pattern: RegExp): string[] {
	return [...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ''))].sort();
}

test('every variable is explained to the operator', () => {
	const explained = all(operating, /^\| `([A-Z_]+)` +\|/gm);
	expect(explained).toEqual([...VARIABLES].sort());
	for (const name of OF_COMPOSE) {
		expect(operating).toContain(`\`${name}\``);
	}
});

test('the metrics in the documentation are those that there are', async () => {
	const present = all(await createMetrics(true).render(), /^# TYPE (\S+)/gm);
	const ours = present.filter((name) => name.startsWith('nokori_'));
	const told = all(operating, /\b(nokori_[a-z_]+[a-z])\b/g).map((name) => name.replace(/_(bucket|sum|count)$/, ''));
	expect([...new Set(told)].sort()).toEqual(ours);
	expect(present).toEqual(expect.arrayContaining(all(operating, /\b((?:process|nodejs)_[a-z0-9_]*[a-z0-9])\b/g)));
});

type Rule = { alert: string; expr: string; annotations: { summary: string } };

test('every alert has a name of its own, an expression in PromQL and a sentence', () => {
	const [, text = ''] = /<!-- rules -->\n```yaml\n([\s\S]*?)```/.exec(operating) ?? [];
	const { groups } = parse(text) as { groups: { rules: Rule[] }[] };
	const rules = groups.flatMap((group) => group.rules);
	expect(new Set(rules.map(({ alert }) => alert)).size).toBe(rules.length);
	expect(rules.length).toBeGreaterThan(5);
	rules.forEach(({ expr, annotations }) => {
		expect(expr).toMatch(/up\{|nokori_|process_|nodejs_/);
		expect(isPromql(expr), expr).toBe(true);
		expect(annotations.summary).not.toBe('');
	});
});

test('what an operator is told to ask Prometheus is PromQL', () => {
	const asked = all(operating, /`([^`\n]*\((?:increase|rate)\([^`\n]*)`/g);
	expect(asked.length).toBeGreaterThan(1);
	for (const expr of asked) {
		expect(isPromql(expr), expr).toBe(true);
	}
	expect(isPromql('sum by (rate(nokori_updates_total[5m])')).toBe(false);
});

/** Whether Prometheus' own grammar takes it without a gap or a leftover. */
function isPromql(expr: string): boolean {
	let isWhole = true;
	parser.parse(expr).iterate({
		enter: ({ type }) => {
			isWhole &&= !type.isError;
		},
	});
	return isWhole;
}

test('compose.yaml names only variables that there are', () => {
	const known = [...VARIABLES, ...OF_COMPOSE];
	expect(known).toEqual(expect.arrayContaining(all(read('compose.yaml'), /\$\{([A-Z_]+)/g)));
	bots.forEach(([, { environment }]) => {
		expect(VARIABLES).toEqual(expect.arrayContaining(Object.keys(environment ?? {})));
	});
});

test('each replica is locked down and has time to finish', () => {
	expect(bots).toHaveLength(2);
	for (const [, bot] of bots) {
		expect(bot).toMatchObject({ read_only: true, cap_drop: ['ALL'], stop_grace_period: '15s', env_file: '.env' });
		expect(bot.security_opt).toContain('no-new-privileges:true');
		for (const port of bot.ports ?? []) {
			expect(port).toMatch(/^127\.0\.0\.1:/);
		}
	}
});

test('only Caddy can be reached from outside', () => {
	const open = Object.entries(compose.services).filter(([, { ports = [] }]) =>
		ports.some((port) => !port.startsWith('127.0.0.1:')),
	);
	expect(open.map(([name]) => name)).toEqual(['caddy']);
});

test('Caddy asks every replica', () => {
	const upstreams = bots.map(([name, { environment }]) => `${name}:${environment?.['PORT']}`);
	expect(compose.services['caddy']?.environment?.['UPSTREAMS']).toBe(upstreams.join(' '));
});

test("the webhook's path is the same for Caddy, compose and the documentation", () => {
	const paths = [read('compose.yaml'), operating].flatMap((text) =>
		all(text, /WEBHOOK_URL(?::\s|=)https:\/\/[^/]+(\/\w+)/g),
	);
	const [path] = all(caddyfile, /^\thandle (\/\S+) \{$/gm);
	expect(new Set(paths)).toEqual(new Set([path]));
});

test('what the documentation lets an operator write is a configuration', () => {
	const [url = ''] = all(operating, /WEBHOOK_URL=(https:\S+?)"/g);
	const given = { BOT_TOKEN: '42:token', PORT: '8080', WEBHOOK_URL: url, WEBHOOK_SECRET: 'ab12'.repeat(16) };
	expect(parseConfig(given, ['en'])).toMatchObject({ mode: 'webhook', path: '/telegram', host: '127.0.0.1' });
	expect(parseConfig({ BOT_TOKEN: '42:token', PORT: '8080' }, ['en'])).toMatchObject({ mode: 'polling' });
});

test('the files that the deployment mounts and copies are there', () => {
	const mounted = Object.values(compose.services).flatMap(({ volumes = [] }) => volumes);
	const local = mounted.filter((volume) => volume.startsWith('./')).map((volume) => volume.split(':')[0] ?? '');
	const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, names = '']) => names.split(' '));
	for (const path of [...local, ...copied]) {
		expect(existsSync(join(ROOT, path)), path).toBe(true);
	}
	// Nothing else comes near the image: no token in .env, no data.
	const allowed = all(read('.dockerignore'), /^!(.+)$/gm);
	expect(allowed).toEqual([...copied].sort());
});

test('the image does not run as root and is told to stop by a signal that reaches it', () => {
	const [last = ''] = dockerfile.split(/^FROM /m).slice(-1);
	expect(last).toMatch(/^USER node$/m);
	expect(last).toMatch(/^STOPSIGNAL SIGTERM$/m);
	expect(last).toMatch(/^CMD \["node", "dist\/main\.js"\]$/m);
	expect(last).toMatch(/^HEALTHCHECK [\s\S]*?\/healthz/m);
});

test('the unit and the documentation speak of the same folders', () => {
	for (const path of [/^WorkingDirectory=(.+)$/m, /^EnvironmentFile=(.+)$/m, /DATA_DIR=(\S+)$/m]) {
		expect(operating).toContain(path.exec(unit)?.[1] ?? 'nothing');
	}
	expect(unit).toMatch(/^User=nokori$/m);
});

/** https://core.telegram.org/bots/api#setmyname and the two after it. */
const LIMITS = { name: 64, short: 120, description: 512 };

test("the texts for BotFather are whole in each language that has them, and keep to Telegram's limits", () => {
	const texts = [...operating.matchAll(/^```text (name|short|description) (\S+)\n([\s\S]*?)\n```$/gm)];
	const languages = [...new Set(texts.map(([, , language]) => language))];
	expect(languages).toContain('en');
	expect(content().i18n.locales.map(({ id }) => id)).toEqual(expect.arrayContaining(languages));
	const wanted = languages.flatMap((id) => Object.keys(LIMITS).map((kind) => `${kind} ${id}`));
	expect(texts.map(([, kind, language]) => `${kind} ${language}`).sort()).toEqual(wanted.sort());
	for (const [, kind, language, text = ''] of texts) {
		expect(text.length, `${kind} ${language}`).toBeLessThanOrEqual(LIMITS[kind as keyof typeof LIMITS]);
	}
});
