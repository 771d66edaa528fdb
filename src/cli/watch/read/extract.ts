import { compile } from 'html-to-text';
import { decode } from './charset.ts';

/** The text of a document, why it may not be all that people see, and where it leads by itself; or why it cannot be read. */
export type Extracted = { text: string; doubt?: Doubt; leadsTo?: string } | { refused: string };

/** Why a page with none of what was looked for may still have it, or be another page than it was. */
export type Doubt = 'scripts' | 'barrier' | 'not-found';

/** Reads what a server sent, as web page, plain text or PDF. */
export async function extract(bytes: Buffer, contentType: string): Promise<Extracted> {
	if (bytes.subarray(0, 1024).includes('%PDF-')) {
		return await extractPdf(bytes);
	}
	if (contentType !== '' && !/^(?:text\/|application\/(?:xhtml|xml|json|octet-stream))/i.test(contentType)) {
		return { refused: `is ${contentType.split(';')[0]}, which has no text` };
	}
	const source = decode(bytes, contentType);
	return /^text\/plain/i.test(contentType) ? { text: source } : extractHtml(source);
}

/** The library's own name for it is not exported. Its warnings are about files that are not ours. */
const ONLY_ERRORS = 0;

async function extractPdf(bytes: Buffer): Promise<Extracted> {
	// Only few sources are PDFs, and the library is large.
	const { extractText, getDocumentProxy } = await import('unpdf');
	try {
		const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: ONLY_ERRORS });
		const { text } = await extractText(document, { mergePages: false });
		const all = text.join('\n');
		return all.trim() === '' ? { refused: 'is a PDF without text' } : { text: all };
	} catch (error) {
		return { refused: `is a PDF that cannot be read (${error instanceof Error ? error.message : String(error)})` };
	}
}

/** Deeper than people nest their pages; without a limit a page could exhaust the stack. */
const MAX_DEPTH = 400;

const UPPERCASE_OFF = { uppercase: false, leadingLineBreaks: 1, trailingLineBreaks: 1 };

const toText = compile({
	wordwrap: false,
	limits: { maxDepth: MAX_DEPTH },
	// Pages may leave out the tags of their head and body: without this element all there is gets read.
	baseElements: { selectors: ['html'] },
	formatters: {
		image: ({ attribs }, _walk, builder) => builder.addInline(` ${attribs['alt'] ?? ''} `),
		button: ({ attribs }, _walk, builder) => builder.addInline(` ${attribs['value'] ?? ''} `),
	},
	selectors: [
		// What is struck out holds no longer.
		...['script', 'style', 'noscript', 'template', 'svg', 'iframe', 'object', 'del', 's', 'strike'].map((selector) => ({
			selector,
			format: 'skip',
		})),
		...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({
			selector,
			format: 'heading',
			options: UPPERCASE_OFF,
		})),
		...['title', 'table', 'tr', 'dt', 'dd', 'option', 'label', 'summary', 'caption'].map((selector) => ({
			selector,
			format: 'block',
		})),
		...['td', 'th'].map((selector) => ({
			selector,
			format: 'inlineSurround',
			options: { prefix: ' ', suffix: ' | ' },
		})),
		{ selector: 'a', options: { ignoreHref: true } },
		{ selector: 'img', format: 'image' },
		{ selector: 'input[type="submit"]', format: 'button' },
		{ selector: 'input[type="button"]', format: 'button' },
		{ selector: 'li', format: 'block' },
		{ selector: 'ul', format: 'block' },
		{ selector: 'ol', format: 'block' },
	],
});

function extractHtml(html: string): Extracted {
	const text = toText(html);
	const doubt = doubtOf(html, text);
	const [, leadsTo] = (text.length < SHORT_TEXT && REFRESH.exec(html)) || [];
	return { text, ...(doubt && { doubt }), ...(leadsTo && { leadsTo: leadsTo.replaceAll('&amp;', '&') }) };
}

/** A page with more text than this was not left empty for scripts to fill. */
const LITTLE_TEXT = 300;
/** A page that only refuses or regrets, or waits for its scripts, is short. */
const SHORT_TEXT = 1500;

/** A page that only sends people on, as old sites do when they move. */
const REFRESH = /<meta\b[^>]{0,80}http-equiv=["']?refresh["']?[^>]{0,40}?\d\s*;\s*url=['"]?([^"'>\s]+)/i;

const SCRIPT = /<script\b/i;
const WANTS_SCRIPTS = /<noscript\b[^>]*>[\s\S]{0,300}?(?:javascript|スクリプト)/i;
const EMPTY_ROOT =
	/<(?:div|main|section)\b[^>]*\bid=["']?(?:root|app|__next|__nuxt|main)["']?[^>]*>\s*<\/(?:div|main|section)>/i;
const BARRIER =
	/just a moment|access denied|attention required|unusual traffic|captcha|are you (?:a )?(?:human|robot)|request (?:was )?(?:unsuccessful|blocked)|アクセスが(?:拒否|制限|集中)|enable javascript and cookies/i;
const NOT_FOUND =
	/page (?:not found|does(?: not|n['’]t) exist|cannot be found|no longer exists)|404 not found|(?:ページ|記事|FAQ)(?:が|は)(?:見つかり|みつかり|存在し)ません|お探しのページ|(?:掲載|公開)(?:が|は)?終了/i;

function doubtOf(html: string, text: string): Doubt | undefined {
	if (text.length >= SHORT_TEXT) {
		return undefined;
	}
	if (NOT_FOUND.test(text)) {
		return 'not-found';
	}
	if (BARRIER.test(text)) {
		return 'barrier';
	}
	const isDrawn = SCRIPT.test(html) && (text.length < LITTLE_TEXT || WANTS_SCRIPTS.test(html));
	return isDrawn || EMPTY_ROOT.test(html) ? 'scripts' : undefined;
}
