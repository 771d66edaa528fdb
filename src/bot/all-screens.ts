import type { Content, Services } from './deps.ts';
import { cardScreens } from './features/cards/index.ts';
import { feedbackScreens } from './features/feedback/index.ts';
import type { Report } from './features/feedback/report.ts';
import { homeScreens } from './features/home/index.ts';
import { languageScreens } from './features/language/index.ts';
import { privacyScreens } from './features/privacy/index.ts';
import { reminderScreens } from './features/reminders/index.ts';
import { settingsScreens } from './features/settings/index.ts';
import { noticeScreens } from './screens/notices.ts';
import type { ScreenNode } from './screens/screen.ts';

/** Every screen that there is, by its path. */
export function allScreens(content: Content, services: Services, report: Report): ScreenNode {
	const own: [string, ScreenNode][] = [
		['lang', languageScreens(content, services)],
		['settings', settingsScreens(content, services)],
		['mycard', cardScreens(content, services)],
		['remind', reminderScreens(content, services)],
		['privacy', privacyScreens(services)],
		['feedback', feedbackScreens(services, report)],
		['notice', noticeScreens()],
	];
	const home = homeScreens(content);
	return { ...home, children: new Map([...home.children, ...own]) };
}
