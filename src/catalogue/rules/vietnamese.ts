import { checkLanguage, type Wrong } from './one-language.ts';
import type { Rule } from './rule.ts';

/** Up to this length a text can be a name, which needs no marks. */
const NAME_LENGTH = 25;
const MARKED = /[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/i;
/** Words that are never written so: their marks were forgotten. */
const BARE =
	/(?<!\p{L})(?:khong|duoc|nguoi|nhung|neu|hoac|truoc|duoi|thoai|thang|tuan|hoa don|dich vu|mat khau|dang nhap|dang ky|thanh toan|hop dong|nha mang|goi cuoc|thue bao|tin nhan|ung dung|cua hang|nap tien|gia han|giu so|chuyen mang|huy|chinh thuc|may ban|xac minh|tai khoan|dia chi|dung luong|tong dai|mien phi|nhat ban)(?!\p{L})/iu;
/** The mark of oa, oe and uy stands on their first letter where nothing follows: hòa, khỏe, hủy. */
const MODERN = /\p{L}*(?:o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])(?!\p{L})/iu;

/** Finds Vietnamese texts that are none, or whose marks are missing or stand elsewhere. */
export function createVietnameseRule(): Rule {
	return {
		name: 'vietnamese',
		description: 'Vietnamese texts have their marks, where all the others have them, each in one character.',
		check: checkLanguage('vi', wrongIn),
	};
}

function wrongIn(words: string, plain: string): Wrong[] {
	const [bare] = BARE.exec(words) ?? [];
	const [modern] = MODERN.exec(plain) ?? [];
	return [
		...(plain.length > NAME_LENGTH && !MARKED.test(words)
			? [{ wrong: 'a Vietnamese sentence without marks', value: words, remedy: 'Write it in Vietnamese.' }]
			: []),
		...(bare ? [{ wrong: 'a word without its marks', value: bare, remedy: 'Write it with them.' }] : []),
		...(modern ? [{ wrong: 'a mark on the last letter', value: modern, remedy: 'Write hòa, khỏe, hủy.' }] : []),
		...(words === words.normalize('NFC')
			? []
			: [{ wrong: 'letters in two characters', value: words, remedy: 'Save the text in NFC.' }]),
	];
}
