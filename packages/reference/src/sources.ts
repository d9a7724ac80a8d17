import sources from './generated/sources.json' with { type: 'json' };

/** Where the key names of an app are known from; empty if the catalogue lacks the app. */
export function sourcesOf(slug: string): readonly string[] {
  return Object.hasOwn(sources, slug) ? sources[slug as keyof typeof sources] : [];
}
