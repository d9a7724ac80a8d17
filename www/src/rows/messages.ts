/** What the page and the file worker tell each other. */
import type { AuthStructure } from 'auth-object';
import type { ExportKind, Summary } from './row.ts';

export type Order =
  | { readonly order: 'check'; readonly file: File; readonly structures: readonly [string, AuthStructure][] }
  | { readonly order: 'export'; readonly kind: ExportKind };

export type News =
  | { readonly news: 'progress'; readonly readBytes: number; readonly rows: number; readonly rejected: number }
  | { readonly news: 'summary'; readonly summary: Summary }
  | { readonly news: 'export'; readonly kind: ExportKind; readonly name: string; readonly blob: Blob }
  | { readonly news: 'fault'; readonly message: string };
