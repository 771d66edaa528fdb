export type { PlaygroundForStart as Playground } from './enter.ts';
