import type en from '../../locales/en.json';

// English is the base: a key that is not in en.json fails the type check.
declare module 'i18next' {
	// biome-ignore lint/style/useConsistentTypeDefinitions: only an interface can be merged into the library's.
	interface CustomTypeOptions {
		resources: { translation: Omit<typeof en, 'meta'> };
	}
}
