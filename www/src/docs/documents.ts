/** The project's documents, in reading order. */
import type { MarkdownInstance } from 'astro';

const files = import.meta.glob<MarkdownInstance<Record<string, never>>>(
  [
    '../../../docs/**/*.md',
    '../../../README.md',
    '../../../CONTRIBUTING.md',
    '../../../packages/*/README.md',
    '../../README.md',
  ],
  { eager: true },
);

const SLUGS: Readonly<Record<string, string>> = {
  '../../../README.md': 'introduction',
  '../../../CONTRIBUTING.md': 'contributing',
  '../../README.md': 'www',
};

const ORDER = [
  ...['introduction', 'packages/auth-object', 'packages/form', 'packages/cli', 'packages/endpoint'],
  ...[
    'rules',
    'hints',
    'check',
    'endpoint',
    'limits',
    'secrets',
    'scale',
    'performance',
    'architecture',
    'www',
    'contributing',
  ],
];

export interface Document {
  readonly slug: string;
  readonly title: string;
  readonly isDecision: boolean;
  readonly file: MarkdownInstance<Record<string, never>>;
}

export const documents: readonly Document[] = Object.entries(files)
  .map(([path, file]) => {
    const slug = slugOf(path);
    return { slug, title: titleOf(slug, file), isDecision: slug.startsWith('decisions/'), file };
  })
  .sort((a, b) => rank(a) - rank(b) || a.title.localeCompare(b.title));

function slugOf(path: string): string {
  return SLUGS[path] ?? path.replace(/^(?:\.\.\/)+(?:docs\/)?/, '').replace(/(?:\/README)?\.md$/, '');
}

function titleOf(slug: string, file: MarkdownInstance<Record<string, never>>): string {
  if (slug === 'introduction') return 'Introduction';
  return (file.getHeadings().find(({ depth }) => depth === 1)?.text ?? slug).replaceAll('`', '');
}

function rank({ slug, isDecision }: { slug: string; isDecision: boolean }): number {
  const place = ORDER.indexOf(slug);
  return isDecision ? 100 : place < 0 ? 50 : place;
}
