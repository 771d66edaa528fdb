import type { Upload } from '../bot-api/world/types.ts';
import type { Stage } from './stage.ts';

/** The document in a message, as the bot uploaded it. */
export function findUpload(stage: Stage, id: number): Upload | undefined {
	for (const { state } of stage.rooms) {
		const stored = state.messages.get(id) ?? state.ephemeral.get(id);
		if (stored?.file) {
			return stored.file;
		}
	}
	return undefined;
}
