import type { Message, PhotoSize, Sticker, Voice } from 'grammy/types';
import type { Upload } from '../../bot-api-server/world/types.ts';
import type { World } from '../../bot-api-server/world/world.ts';
import type { MediaView, PostedMedia } from './protocol.ts';

export const PHOTO_TYPE = 'image/jpeg';
/** The first bytes of every JPEG. Nothing else is served as a picture of this origin. */
const JPEG = [0xff, 0xd8, 0xff];

const EMOJI = '👍';
const VOICE_SECONDS = 3;
const PLACE = { latitude: 35, longitude: 135 };

type FileIds = Pick<PhotoSize, 'file_id' | 'file_unique_id'>;

/** @throws Error for a photo that is none */
export function toContent(
	world: World,
	media: PostedMedia,
	caption: string | undefined,
): { content: Partial<Message>; file?: Upload } {
	const ids: FileIds = { file_id: `${media.kind}-${world.next()}`, file_unique_id: `unique-${world.next()}` };
	const captioned = caption ? { caption } : {};
	switch (media.kind) {
		case 'photo': {
			const bytes = readJpeg(media.data);
			const { width, height } = media;
			const photo: PhotoSize[] = [{ ...ids, width, height, file_size: bytes.length }];
			return { content: { photo, ...captioned }, file: { name: 'photo.jpg', bytes } };
		}
		case 'sticker':
			return { content: { sticker: stickerOf(ids) } };
		case 'voice':
			return { content: { voice: voiceOf(ids), ...captioned } };
		case 'place':
			return { content: { location: PLACE } };
	}
}

function readJpeg(data: string): Uint8Array {
	const bytes = new Uint8Array(Buffer.from(data, 'base64'));
	if (!JPEG.every((byte, index) => bytes[index] === byte)) {
		throw new Error('The photo is no JPEG.');
	}
	return bytes;
}

function stickerOf(ids: FileIds): Sticker {
	return { ...ids, type: 'regular', width: 512, height: 512, is_animated: false, is_video: false, emoji: EMOJI };
}

function voiceOf(ids: FileIds): Voice {
	return { ...ids, duration: VOICE_SECONDS, mime_type: 'audio/ogg' };
}

/** @returns undefined for words, and for what the page shows in another way */
export function toMediaView({ photo, sticker, voice, location }: Message): MediaView | undefined {
	if (photo) {
		const { width = 0, height = 0 } = photo.at(-1) ?? {};
		return { kind: 'photo', label: 'Photo', width, height };
	}
	if (sticker) {
		return { kind: 'sticker', label: `${sticker.emoji ?? ''} Sticker`.trim() };
	}
	if (voice) {
		return { kind: 'voice', label: `Voice message, ${voice.duration} s` };
	}
	return location && { kind: 'place', label: `Place ${location.latitude}, ${location.longitude}` };
}
