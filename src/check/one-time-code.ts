/** What a code is called where one is sent. */
const NAME =
	/認証(?:コード|番号)|確認(?:コード|番号)|検証コード|(?:ワンタイム|使い捨て)\s?(?:パスワード|コード)|セキュリティ\s?コード|パスコード|verification code|one[- ]?time (?:code|password|passcode|pin)|security code|login code|authentication code|confirmation code|\botp\b|\bpasscode\b|your code|验证码|校验码|动态码|一次性密码|驗證碼|認證碼|校驗碼|一次性密碼|動態密碼/iu;
const CODE = /(?<![\w.,/+-])(?:[a-z]-)?(?:\d{3}[ -]?\d{3}|\d{4,8})(?![\w.,/%]*\d|[-/年月日円元]|\s?(?:円|yen|gb|mb))/iu;

/** Whether a text holds a one-time code. @param text without links and telephone numbers */
export function hasOneTimeCode(text: string): boolean {
	return NAME.test(text) && CODE.test(text);
}
