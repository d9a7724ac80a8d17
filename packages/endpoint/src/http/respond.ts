/** Turns answers into responses. */
import type { Context } from 'hono';
import type { Env, Refusal } from '../endpoint.ts';
import { type Answer, answer } from './answers.ts';

const JSON_TYPE = 'application/json; charset=utf-8';

/** The body is `JSON.stringify` of the answer's, without spaces, as the documents show it. */
export function respond({ status, body, headers }: Answer): Response {
  return new Response(JSON.stringify(body), { status, headers: { ...headers, 'content-type': JSON_TYPE } });
}

/** Refuses a request. The log gets the reason. */
export function refuse(context: Context<Env>, refusal: Refusal): Response {
  context.set('refusal', refusal);
  return respond(answer(refusal, context.get('requestId')));
}
