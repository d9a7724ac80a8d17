import sources from './generated/sources.json' with { type: 'json' };

/** The sources of an app's schema; empty if the app is not in the catalogue. */
export function sourcesOf(slug: string): readonly string[] {
  return Object.hasOwn(sources, slug) ? sources[slug as keyof typeof sources] : [];
}
