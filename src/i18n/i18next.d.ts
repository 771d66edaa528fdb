import type en from '../../locales/en.json';

// Makes the keys of `t` those of en.json: an unknown key fails the type check and the build.
declare module 'i18next' {
	// biome-ignore lint/style/useConsistentTypeDefinitions: only an interface can be merged into the library's.
	interface CustomTypeOptions {
		resources: { translation: Omit<typeof en, 'meta'> };
	}
}
