/** `GET /api/v2/public/auth-structure/{slug}`: open to all. */

import { authStructure } from 'auth-object';
import type { Context } from 'hono';
import { answer } from '../answers.ts';
import { isCustomApp } from '../apps.ts';
import type { Endpoint, Env } from '../env.ts';
import { respond } from '../respond.ts';

export function getAuthStructure(endpoint: Endpoint, context: Context<Env>): Response {
  const slug = context.req.param('slug') ?? '';
  context.set('slug', slug);
  if (isCustomApp(endpoint, slug)) return respond({ status: 200, body: {} });
  const structure = authStructure(slug);
  return respond(structure === undefined ? answer('schema_not_found', slug) : { status: 200, body: structure });
}
