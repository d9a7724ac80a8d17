/** What the page and the file worker send each other. */
import type { AuthStructure } from 'auth-object';
import type { Exported, ExportKind, ReadAs, Summary } from './summary.ts';

export type Order =
  | {
      readonly order: 'check';
      readonly file: File;
      readonly readAs: ReadAs;
      readonly structures: readonly [string, AuthStructure][];
    }
  | { readonly order: 'export'; readonly kind: ExportKind };

export type News =
  | { readonly news: 'progress'; readonly share: number; readonly rejected: number }
  | { readonly news: 'summary'; readonly summary: Summary }
  | { readonly news: 'exported'; readonly exported: Exported }
  | { readonly news: 'fault'; readonly message: string };
