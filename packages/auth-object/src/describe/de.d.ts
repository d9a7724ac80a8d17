import type { Words } from '../types/words.ts';
export declare const de: Words;
