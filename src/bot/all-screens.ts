import { plain } from '../answer/document.ts';
import type { Content, Services } from './deps.ts';
import { cardScreens } from './features/cards/index.ts';
import { checkScreens } from './features/check/index.ts';
import { feedbackScreens } from './features/feedback/index.ts';
import type { Report } from './features/feedback/report.ts';
import { smallTalkScreens } from './features/free-text/small-talk-screens.ts';
import { unclearScreens } from './features/free-text/unclear-screens.ts';
import { homeScreens } from './features/home/index.ts';
import { languageScreens } from './features/language/index.ts';
import { privacyScreens } from './features/privacy/index.ts';
import { reminderScreens } from './features/reminders/index.ts';
import { settingsScreens } from './features/settings/index.ts';
import { leafScreen, type ScreenNode } from './screens/screen.ts';

/** Every screen that there is, by its path. */
export function allScreens(content: Content, services: Services, report: Report): ScreenNode {
	const own: [string, ScreenNode][] = [
		['lang', languageScreens(content, services)],
		['settings', settingsScreens(content, services)],
		['mycard', cardScreens(content, services)],
		['remind', reminderScreens(content, services)],
		['privacy', privacyScreens(content, services)],
		['feedback', feedbackScreens({ content, services, report })],
		['check', checkScreens(content)],
		['notice', noticeScreens(content)],
	];
	const home = homeScreens({ ...content, ...services });
	return { ...home, children: new Map([...home.children, ...own]) };
}

type Text = 'settings.adminsOnly' | 'notice.privateOnly' | 'notice.slowDown';

/** Single lines as screens without a menu, so that they reach people in the same ways as answers do; and what is asked back. */
export function noticeScreens(content: Pick<Content, 'catalogue'>): ScreenNode {
	const children = new Map([
		['admins', line('settings.adminsOnly')],
		['private', line('notice.privateOnly')],
		['slow', line('notice.slowDown')],
		...unclearScreens(content),
		...smallTalkScreens(content),
	]);
	return { ...line('notice.slowDown'), children };
}

function line(key: Text): ScreenNode {
	return leafScreen(({ t }) => ({ document: [{ kind: 'paragraph', content: plain(t(key)) }], rows: [] }));
}
