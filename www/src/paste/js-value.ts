/** Reads the value of a JavaScript expression without running it. */

import type { Expression, Node, ObjectExpression, Program, SpreadElement } from 'acorn';
import type { Path } from 'auth-object';
import type { Span } from './pasted.ts';

/** A value that the source does not contain, such as a variable of another file. */
const UNKNOWN = Symbol('unknown');
/**
 * How much is read, in characters of literals. A constant is read for each of its uses: one that uses another ten times,
 * and so on, would be a value without end.
 */
const MAX_READ = 1_000_000;
/** What reading an expression costs, beside its characters. */
const EXPRESSION_COST = 20;

export interface ReadValue {
  readonly value: unknown;
  /** The place to mark for each value, by its path as JSON. */
  readonly places: ReadonlyMap<string, Span>;
  readonly unknown: readonly Path[];
  /** The source of each unknown value, by its substitute. */
  readonly expressions: ReadonlyMap<string, string>;
  /** The source range of each value, by its path as JSON. */
  readonly values: ReadonlyMap<string, Span>;
}

/** The constants of a program, by name. */
export type Constants = ReadonlyMap<string, Expression>;

export function constantsOf(program: Program): Constants {
  const constants = new Map<string, Expression>();
  for (const statement of program.body) {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (declaration?.type !== 'VariableDeclaration') continue;
    for (const { id, init } of declaration.declarations) {
      if (id.type === 'Identifier' && init) constants.set(id.name, init);
    }
  }
  return constants;
}

/** Reads an expression; `JSON.stringify(x)` is read as `x`. */
export function readValue(expression: Node, constants: Constants, source: string): ReadValue {
  const places = new Map<string, Span>();
  const unknown: Path[] = [];
  const expressions = new Map<string, string>();
  const values = new Map<string, Span>();
  let left = MAX_READ;
  const read = (node: Node, path: readonly (string | number)[], depth: number): unknown => {
    const key = JSON.stringify(path);
    values.set(key, { from: node.start, to: node.end });
    if (!places.has(key)) places.set(key, { from: node.start, to: node.end });
    const value = depth > 100 ? UNKNOWN : simple(node as Expression, path, depth);
    if (value !== UNKNOWN) return value;
    unknown.push(path as unknown as Path);
    return substitute(node);
  };
  /** A value without hints: long enough, and in none of the known formats. */
  const substitute = (node: Node): string => {
    const value = `value-${node.start}-of-a-variable`;
    expressions.set(value, source.slice(node.start, node.end));
    return value;
  };
  const simple = (node: Expression, path: readonly (string | number)[], depth: number): unknown => {
    const isLiteral = node.type === 'Literal' || node.type === 'TemplateLiteral';
    left -= EXPRESSION_COST + (isLiteral ? node.end - node.start : 0);
    if (left < 0) return UNKNOWN;
    switch (node.type) {
      case 'Literal':
        return typeof node.value === 'bigint' || node.value instanceof RegExp ? UNKNOWN : node.value;
      case 'TemplateLiteral':
        return node.expressions.length === 0 ? node.quasis[0]?.value.cooked : UNKNOWN;
      case 'UnaryExpression':
        return node.operator === '-' && node.argument.type === 'Literal' ? -Number(node.argument.value) : UNKNOWN;
      case 'ObjectExpression':
        return readObject(node, path, depth);
      case 'ArrayExpression':
        return node.elements.map((element, index) =>
          element === null
            ? null
            : element.type === 'SpreadElement'
              ? substitute(element)
              : read(element, [...path, index], depth + 1),
        );
      case 'BinaryExpression': {
        const [left, right] = [node.left, node.right].map((side) => simple(side as Expression, path, depth + 1));
        return node.operator === '+' && typeof left === 'string' && typeof right === 'string' ? left + right : UNKNOWN;
      }
      case 'Identifier': {
        if (node.name === 'undefined') return undefined;
        const constant = constants.get(node.name);
        return constant === undefined || depth > 20 ? UNKNOWN : simple(constant, path, depth + 1);
      }
      case 'CallExpression': {
        const [first] = node.arguments;
        const isStringify = sourceName(node.callee) === 'JSON.stringify' && first !== undefined;
        return isStringify && first.type !== 'SpreadElement' ? simple(first, path, depth + 1) : UNKNOWN;
      }
      default: {
        // `x as T`, `x satisfies T`, `x!`
        const { type, expression } = node as unknown as { type: string; expression?: Expression };
        return type.startsWith('TS') && expression !== undefined ? simple(expression, path, depth + 1) : UNKNOWN;
      }
    }
  };
  const readObject = (node: ObjectExpression, path: readonly (string | number)[], depth: number): unknown => {
    const members = new Map<string, unknown>();
    for (const property of node.properties) {
      if (property.type === 'SpreadElement') {
        for (const [name, value] of Object.entries(spread(property, path, depth))) members.set(name, value);
        continue;
      }
      const { key, value, computed, shorthand } = property;
      const isName = key.type === 'Identifier' && !computed;
      const name = isName ? key.name : key.type === 'Literal' ? String(key.value) : undefined;
      // `__proto__: x` sets the prototype of an object, which is not sent.
      if (name === undefined || (name === '__proto__' && !computed && !shorthand)) continue;
      const at = [...path, name];
      const isLong = value.type === 'ObjectExpression' || value.type === 'ArrayExpression';
      places.set(JSON.stringify(at), { from: key.start, to: isLong ? key.end : value.end });
      members.set(name, read(value, at, depth + 1));
    }
    return Object.fromEntries(members);
  };
  const spread = (node: SpreadElement, path: readonly (string | number)[], depth: number): object => {
    const value = simple(node.argument, path, depth + 1);
    return typeof value === 'object' && value !== null ? value : {};
  };
  return { value: read(expression, [], 0), places, values, unknown, expressions };
}

/** The dotted name of a callee. */
export function sourceName(node: Node): string | undefined {
  const expression = node as Expression;
  if (expression.type === 'Identifier') return expression.name;
  if (expression.type !== 'MemberExpression' || expression.computed) return undefined;
  const object = sourceName(expression.object);
  return object === undefined || expression.property.type !== 'Identifier'
    ? undefined
    : `${object}.${expression.property.name}`;
}
