import { entriesByFile, type PlacedWords, wordsOf } from '../walk.ts';
import type { Rule } from './rule.ts';
import { withoutQuotes } from './scripts.ts';

/** Up to this length a text can be a name, which needs no marks. */
const NAME_LENGTH = 25;
const MARKED = /[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/i;
/** Words that are never written so: their marks were forgotten. */
const BARE =
	/(?<!\p{L})(?:khong|duoc|nguoi|nhung|neu|hoac|truoc|duoi|thoai|thang|tuan|hoa don|dich vu|mat khau|dang nhap|dang ky|thanh toan|hop dong|nha mang|goi cuoc|thue bao|tin nhan|ung dung|cua hang|nap tien|gia han|giu so|chuyen mang|huy|chinh thuc|may ban|xac minh|tai khoan|dia chi|dung luong|tong dai|mien phi|nhat ban)(?!\p{L})/iu;
/** The mark of oa, oe and uy stands on their first letter where nothing follows: hòa, khỏe, hủy. */
const MODERN = /\p{L}*(?:o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])(?!\p{L})/iu;
const FULL_WIDTH = /[（）：，。！？]/;

/** Finds Vietnamese texts that are none, or whose marks are missing or stand elsewhere. */
export function createVietnameseRule(): Rule {
	return {
		name: 'vietnamese',
		description: 'Vietnamese texts have their marks, where all the others have them, each in one character.',
		check: (knowledge) =>
			entriesByFile(knowledge).flatMap(({ file, entry }) =>
				wordsOf(entry)
					.filter(({ locale, place }) => locale === 'vi' && !place.includes('names.'))
					.flatMap((placed) => wrongIn(placed).map((found) => ({ file, place: placed.place, ...found }))),
			),
	};
}

type Found = { wrong: string; value: string; remedy: string };

function wrongIn({ words }: PlacedWords): Found[] {
	const plain = withoutQuotes(words);
	const [bare] = BARE.exec(words) ?? [];
	const [modern] = MODERN.exec(plain) ?? [];
	const [mark] = FULL_WIDTH.exec(plain) ?? [];
	return [
		...(plain.length > NAME_LENGTH && !MARKED.test(words)
			? [{ wrong: 'a Vietnamese sentence without marks', value: words, remedy: 'Write it in Vietnamese.' }]
			: []),
		...(bare ? [{ wrong: 'a word without its marks', value: bare, remedy: 'Write it with them.' }] : []),
		...(modern ? [{ wrong: 'a mark on the last letter', value: modern, remedy: 'Write hòa, khỏe, hủy.' }] : []),
		...(mark ? [{ wrong: 'a full-width mark', value: mark, remedy: 'Write it half as wide.' }] : []),
		...(words === words.normalize('NFC')
			? []
			: [{ wrong: 'letters in two characters', value: words, remedy: 'Save the text in NFC.' }]),
	];
}
