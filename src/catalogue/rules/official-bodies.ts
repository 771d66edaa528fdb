/** Owners of a page that are an authority on a carrier's line without being a carrier of the catalogue. */
export const OFFICIAL_BODIES: readonly { domain: string; reason: string }[] = [
	{ domain: 'ntt.com', reason: 'NTT DOCOMO BUSINESS, which ran OCN mobile ONE' },
	{ domain: 'kddi.com', reason: 'KDDI, the company behind au, UQ mobile and povo' },
	{ domain: 'softbank.jp', reason: 'SoftBank, the company behind SoftBank, Y!mobile and LINEMO' },
	{ domain: 'rakuten.co.jp', reason: 'Rakuten, the group behind Rakuten Mobile' },
	{ domain: 'soumu.go.jp', reason: 'the ministry that regulates telecommunications' },
	{ domain: 'support.apple.com', reason: 'the maker of the iPhone' },
	{ domain: 'apps.apple.com', reason: 'the app store, where the carrier itself describes its app' },
	{ domain: 'support.google.com', reason: 'the maker of Android and the Pixel' },
	{ domain: 'play.google.com', reason: 'the app store, where the carrier itself describes its app' },
	{ domain: 'samsung.com', reason: 'the maker of the Galaxy' },
	{ domain: 'help.motorola.com', reason: 'the maker of Motorola phones' },
];

/** Archives that show a page as it was, under an address that ends in the address of the page itself. */
export const ARCHIVES: readonly string[] = ['web.archive.org', 'megalodon.jp'];
