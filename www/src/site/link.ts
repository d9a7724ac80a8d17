/** The address of a page of this site, under the folder that it is served from. */
export function link(path: string): string {
  return `${import.meta.env.BASE_URL.replace(/\/$/, '')}${path}`;
}
