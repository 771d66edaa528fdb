/** The environment cannot be used. The message names the variable, its value (never a secret) and the remedy. */
export class ConfigError extends Error {
	override name = 'ConfigError' as const;
}
