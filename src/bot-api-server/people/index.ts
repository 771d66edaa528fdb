export { Actor } from './actor.ts';
export type { Group, GroupOptions, Topic } from './group.ts';
export type { InlineAnswer } from './inline.ts';
export type { Person, PersonOptions } from './person.ts';
export type { ButtonKind, ScreenButton } from './screen-buttons.ts';
export type { SeenMessage } from './seen-message.ts';
