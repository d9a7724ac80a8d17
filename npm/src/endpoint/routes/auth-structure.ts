/** `GET /api/v2/public/auth-structure/{slug}`: open to all. */
import type { Context } from 'hono';
import { authStructure } from '../../api.js';
import { answer } from '../answers.js';
import { isCustomApp } from '../apps.js';
import type { Endpoint, Env } from '../env.js';
import { respond } from '../respond.js';

export function getAuthStructure(endpoint: Endpoint, context: Context<Env>): Response {
  const slug = context.req.param('slug') ?? '';
  context.set('slug', slug);
  if (isCustomApp(endpoint, slug)) return respond({ status: 200, body: {} });
  const structure = authStructure(slug);
  return respond(structure === undefined ? answer('schema_not_found', slug) : { status: 200, body: structure });
}
