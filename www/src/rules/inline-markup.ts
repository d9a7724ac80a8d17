import { link } from '../site/link.ts';

/** Text in which `code` is marked and documents are named, as HTML. */
export function inlineMarkup(text: string): string {
  const safe = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return safe
    .replace(/`([^`]+)`/g, '<code>$1</code>')
    .replace(/\bdocs\/([\w/-]+)\.md\b/g, (name, slug) => `<a href="${link(`/docs/${slug}/`)}">${name}</a>`);
}
