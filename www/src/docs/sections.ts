/** The sections of all documents, for the search. */
import { documents } from './documents.ts';

export interface Section {
  readonly id: number;
  /** The address below `/docs/`. */
  readonly to: string;
  readonly page: string;
  readonly title: string;
  readonly text: string;
}

export async function sections(): Promise<Section[]> {
  const all: Omit<Section, 'id'>[] = [];
  for (const { slug, title, file } of documents) {
    const html = await file.compiledContent();
    const parts = html.split(/(?=<h[123] id=")/);
    for (const part of parts) {
      const [, anchor, heading] = /^<h[123] id="([^"]+)">([\s\S]*?)<\/h[123]>/.exec(part) ?? [];
      const text = textOf(part.replace(/^<h[123][\s\S]*?<\/h[123]>/, ''));
      if (heading === undefined && text === '') continue;
      all.push({
        to: anchor ? `${slug}/#${anchor}` : `${slug}/`,
        page: title,
        title: heading ? textOf(heading) : title,
        text,
      });
    }
  }
  return all.map((section, id) => ({ id, ...section }));
}

function textOf(html: string): string {
  return html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replace(/&#(?:39|x27);/g, "'")
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();
}
