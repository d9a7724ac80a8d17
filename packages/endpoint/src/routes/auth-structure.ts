/** `GET /api/v2/public/auth-structure/{slug}`: needs no API key. */
import { authStructure } from 'auth-object';
import type { Context } from 'hono';
import type { Endpoint, Env } from '../endpoint.ts';
import { answer } from '../http/answers.ts';
import { respond } from '../http/respond.ts';
import { safeSlug } from '../http/safe-slug.ts';
import { isCustomApp } from './application-view.ts';

export function getAuthStructure(endpoint: Endpoint, context: Context<Env>): Response {
  const slug = context.req.param('slug') ?? '';
  context.set('slug', slug);
  if (isCustomApp(endpoint, slug)) return respond({ status: 200, body: {} });
  const structure = authStructure(slug);
  return respond(
    structure === undefined ? answer('schema_not_found', safeSlug(slug)) : { status: 200, body: structure },
  );
}
