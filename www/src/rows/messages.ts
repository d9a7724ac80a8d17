/** The messages between the page and the file worker. */
import type { AuthStructure } from 'auth-object';
import type { Exported, ExportKind, ReadAs, Summary } from './summary.ts';

export type WorkerRequest =
  | {
      readonly type: 'check';
      readonly file: File;
      readonly readAs: ReadAs;
      readonly structures: readonly [string, AuthStructure][];
    }
  | { readonly type: 'export'; readonly kind: ExportKind };

export type WorkerMessage =
  | { readonly type: 'progress'; readonly share: number; readonly rejected: number }
  | { readonly type: 'summary'; readonly summary: Summary }
  | { readonly type: 'exported'; readonly exported: Exported }
  | { readonly type: 'error'; readonly message: string };
