/** A pasted call of fetch, axios or the service's Node client. It is parsed, never run. */

import { withProtoMembers } from '@auth-object/reference';
import { tsPlugin } from '@sveltejs/acorn-typescript';
import { type CallExpression, type Node, Parser, type Program } from 'acorn';
import type { Path } from 'auth-object';
import { shownName } from '../site/shown-name.ts';
import { expressionNames, inCode } from './expressions.ts';
import { type Constants, constantsOf, type ReadValue, readValue, sourceName } from './js-value.ts';
import type { PastedRequest, RequestFormat, Span, UnreadablePaste } from './pasted.ts';
import { textHeaders } from './text-headers.ts';

const TypeScript = Parser.extend(tsPlugin());

/** Reads the first call that sends a request. */
export function readJsCall(text: string): PastedRequest | UnreadablePaste {
  let program: Program;
  try {
    program = TypeScript.parse(text, {
      ecmaVersion: 'latest',
      sourceType: 'module',
      allowAwaitOutsideFunction: true,
      allowReturnOutsideFunction: true,
      // The plugin needs it.
      locations: true,
    });
  } catch (error) {
    const { pos = 0, message } = error as { pos?: number; message: string };
    return {
      kind: 'unreadable',
      format: 'fetch',
      message: `This is not valid JavaScript or TypeScript: ${safeMessage(message)}.`,
      at: { from: Math.min(pos, text.length), to: Math.min(pos + 1, text.length) },
    };
  }
  const constants = constantsOf(program);
  for (const call of callsOf(program)) {
    const request = requestOf(call, constants, text);
    if (request !== undefined) return request;
  }
  return {
    kind: 'unreadable',
    format: 'fetch',
    message: 'Cannot find a call of fetch, axios or migrateAuth that contains its request.',
  };
}

function requestOf(call: CallExpression, constants: Constants, source: string): PastedRequest | undefined {
  const name = sourceName(call.callee) ?? methodName(call.callee);
  const args = call.arguments.filter((argument) => argument.type !== 'SpreadElement');
  const read = args.map((argument) => readValue(argument, constants, source));
  if (/(^|\.)fetch$/.test(name)) return fromOptions('fetch', call, source, read[0], read[1], 'body');
  if (/(^|\.)migrateAuth$/.test(name)) return fromClient(call, source, read[0]);
  const axios = /(?:^|\.)(?:axios|http|client|api)(?:\.(put|post|patch|request))?$/.exec(name);
  if (!axios) return undefined;
  const method = axios[1];
  if (method === undefined || method === 'request') {
    const isUrlFirst = typeof read[0]?.value === 'string';
    return fromOptions('axios', call, source, isUrlFirst ? read[0] : undefined, isUrlFirst ? read[1] : read[0], 'data');
  }
  const [url, data, options] = read;
  if (data === undefined) return undefined;
  return request('axios', call, source, {
    url: text(url?.value),
    method: method.toUpperCase(),
    headers: headersOf(options?.value),
    body: data,
    prefix: [],
    headerPlaces: options,
  });
}

function fromOptions(
  format: RequestFormat,
  call: CallExpression,
  source: string,
  url: ReadValue | undefined,
  options: ReadValue | undefined,
  member: 'body' | 'data',
): PastedRequest | undefined {
  const given = options?.value as Record<string, unknown> | undefined;
  if (options === undefined || typeof given !== 'object' || given === null) return undefined;
  const method = text(given.method) ?? 'GET';
  return request(format, call, source, {
    url: text(url?.value ?? given.url),
    method: options.expressions.has(method) ? undefined : method.toUpperCase(),
    headers: headersOf(given),
    body: options,
    prefix: [member],
    headerPlaces: options,
  });
}

/** The client adds the headers itself. */
function fromClient(call: CallExpression, source: string, read: ReadValue | undefined): PastedRequest | undefined {
  const body = read?.value as Record<string, unknown> | undefined;
  if (read === undefined || typeof body !== 'object' || body === null) return undefined;
  return request('client', call, source, {
    url: undefined,
    method: 'PUT',
    headers: undefined,
    body: read,
    prefix: [],
    headerPlaces: undefined,
  });
}

/** The parser's message without its place. A name or a regular expression in it may be a secret. */
function safeMessage(message: string): string {
  return message
    .replace(/ \(\d+:\d+\)$/, '')
    .replace(/\.$/, '')
    .replace(/\/[\s\S]*\//, '/…/')
    .replace(/'([^']*)'/g, (_, name: string) => `“${shownName(name)}”`);
}

interface Parts {
  readonly url: string | undefined;
  readonly method: string | undefined;
  readonly headers: Record<string, string> | undefined;
  readonly body: ReadValue;
  /** The path of the body in the value. */
  readonly prefix: readonly string[];
  readonly headerPlaces: ReadValue | undefined;
}

function request(format: RequestFormat, call: CallExpression, source: string, parts: Parts): PastedRequest {
  const { body, prefix, headerPlaces } = parts;
  const value = prefix.reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], body.value);
  const unknown = body.unknown
    .filter((path) => prefix.every((key, index) => path[index] === key))
    .map((path) => path.slice(prefix.length) as unknown as Path);
  const expressions = new Map([...body.expressions, ...(headerPlaces?.expressions ?? [])]);
  const written = body.values.get(JSON.stringify(prefix));
  const names = expressionNames(expressions);
  const notes = names === '' ? [] : [`${names}: not checked, because the value is not in the paste.`];
  const callee: Span = { from: call.callee.start, to: call.callee.end };
  return {
    kind: 'request',
    format,
    url: parts.url,
    method: parts.method,
    headers: parts.headers,
    body: typeof value === 'string' ? value : (JSON.stringify(value) ?? ''),
    unknown,
    expressions,
    notes,
    locateOffset: () => undefined,
    replaceBody(next) {
      if (written === undefined) return undefined;
      const literal = inCode(objectLiteral(next, source, written.from), expressions);
      const code = format === 'fetch' ? `JSON.stringify(${literal})` : literal;
      return source.slice(0, written.from) + code + source.slice(written.to);
    },
    locate(path) {
      const from = path[0] === 'headers' ? headerPlaces : body;
      const start = path[0] === 'headers' ? [] : prefix;
      const full =
        path[0] === 'headers' ? headerPath(headerPlaces, path) : [...start, ...(path[0] === 'body' ? [] : path)];
      for (let length = full.length; length > 0; length--) {
        const place = from?.places.get(JSON.stringify(full.slice(0, length)));
        if (place !== undefined) return place;
      }
      return callee;
    },
  };
}

/** A body as code, with the indent of its first line, and keys quoted as in the source. */
function objectLiteral(body: string, source: string, from: number): string {
  const indent = /^ */.exec(source.slice(source.lastIndexOf('\n', from) + 1))?.[0] ?? '';
  const json = JSON.stringify(JSON.parse(body), undefined, 2).replaceAll('\n', `\n${indent}`);
  const text = withProtoMembers(json);
  return /["']slug["']\s*:/.test(source) ? text : text.replace(/^(\s*)"([A-Za-z_$][\w$]*)":/gm, '$1$2:');
}

/** The path of a header, with its name as in the call. */
function headerPath(read: ReadValue | undefined, path: Path): (string | number)[] {
  const headers = (read?.value as { headers?: object } | undefined)?.headers ?? {};
  const name = Object.keys(headers).find((key) => key.toLowerCase() === String(path[1]).toLowerCase());
  return name === undefined ? ['headers'] : ['headers', name];
}

/** `undefined` if the headers are a variable: then they are not checked. */
function headersOf(options: unknown): Record<string, string> | undefined {
  const headers = (options as { headers?: unknown } | undefined)?.headers;
  if (typeof headers === 'string') return undefined;
  if (typeof headers !== 'object' || headers === null) return {};
  return textHeaders(headers);
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function methodName(callee: Node): string {
  const { type, property } = callee as unknown as { type: string; property?: { name?: string } };
  return type === 'MemberExpression' && property?.name ? `.${property.name}` : '';
}

/** Every call of a program, outermost first. */
function* callsOf(node: unknown): Generator<CallExpression> {
  if (typeof node !== 'object' || node === null) return;
  if (Array.isArray(node)) {
    for (const child of node) yield* callsOf(child);
    return;
  }
  const { type } = node as Node;
  if (type === 'CallExpression') yield node as CallExpression;
  for (const value of Object.values(node)) if (typeof value === 'object') yield* callsOf(value);
}
