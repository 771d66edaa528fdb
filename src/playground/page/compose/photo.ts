import type { PostedMedia } from '../../page-api/protocol.ts';

export type Photo = Extract<PostedMedia, { kind: 'photo' }>;

/** Large enough to recognise, and small enough to send: the bot looks at no picture. */
const LONGEST_SIDE = 480;
const QUALITY = 0.8;
const TYPE = 'image/jpeg';

/** Makes a small JPEG of a picture. @throws Error for a file that the browser cannot read as a picture */
export async function readPhoto(file: Blob): Promise<Photo> {
	const picture = await createImageBitmap(file).catch(() => {
		throw new Error('This file is no picture that the browser can read.');
	});
	const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
	const size = { width: Math.ceil(picture.width * scale), height: Math.ceil(picture.height * scale) };
	return draw(size, (context) => context.drawImage(picture, 0, 0, size.width, size.height));
}

/** A picture of a SIM card, for whom has none at hand. */
export function samplePhoto(): Photo {
	return draw({ width: 320, height: 200 }, (context) => {
		context.fillStyle = '#2f6f9f';
		context.fillRect(0, 0, 320, 200);
		context.fillStyle = '#e3c567';
		context.fillRect(40, 60, 90, 80);
		context.strokeStyle = '#7a6420';
		context.strokeRect(62, 60, 46, 80);
		context.fillStyle = '#ffffff';
		context.font = 'bold 34px sans-serif';
		context.fillText('SIM', 180, 112);
	});
}

export function photoUrl({ data }: Photo): string {
	return `data:${TYPE};base64,${data}`;
}

function draw(size: { width: number; height: number }, paint: (context: CanvasRenderingContext2D) => void): Photo {
	const canvas = Object.assign(document.createElement('canvas'), size);
	const context = canvas.getContext('2d');
	if (context) {
		// JPEG knows no transparency: what shows through would become black.
		context.fillStyle = '#ffffff';
		context.fillRect(0, 0, size.width, size.height);
		paint(context);
	}
	const [, data = ''] = canvas.toDataURL(TYPE, QUALITY).split(',');
	return { kind: 'photo', ...size, data };
}
