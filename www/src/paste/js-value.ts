/** The value of a JavaScript expression that is written out: no code runs. */

import type { Expression, Node, ObjectExpression, Program, SpreadElement } from 'acorn';
import type { Path } from 'auth-object';
import type { Span } from './pasted.ts';

/** What is not written out, such as a variable of another file. */
const UNKNOWN = Symbol('unknown');

export interface ReadValue {
  readonly value: unknown;
  /** Where each value stands, by its path as JSON. */
  readonly places: ReadonlyMap<string, Span>;
  readonly unknown: readonly Path[];
  readonly names: readonly string[];
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
export function readValue(expression: Node, constants: Constants): ReadValue {
  const places = new Map<string, Span>();
  const unknown: Path[] = [];
  const names: string[] = [];
  const read = (node: Node, path: readonly (string | number)[], depth: number): unknown => {
    const key = JSON.stringify(path);
    if (!places.has(key)) places.set(key, { from: node.start, to: node.end });
    const value = depth > 100 ? UNKNOWN : simple(node as Expression, path, depth);
    if (value !== UNKNOWN) return value;
    unknown.push(path as unknown as Path);
    names.push(nameOf(node as Expression));
    // A value that says nothing: long enough, and nothing looks like it.
    return 'value-of-a-variable-1';
  };
  const simple = (node: Expression, path: readonly (string | number)[], depth: number): unknown => {
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
              ? UNKNOWN_TEXT
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
      case 'AwaitExpression':
      case 'ParenthesizedExpression':
        return UNKNOWN;
      default:
        return UNKNOWN;
    }
  };
  const readObject = (node: ObjectExpression, path: readonly (string | number)[], depth: number): unknown => {
    const object: Record<string, unknown> = {};
    for (const property of node.properties) {
      if (property.type === 'SpreadElement') {
        Object.assign(object, spread(property, path, depth));
        continue;
      }
      const { key, value } = property;
      const name = property.computed
        ? undefined
        : key.type === 'Identifier'
          ? key.name
          : String((key as { value?: unknown }).value);
      if (name === undefined) continue;
      const at = [...path, name];
      const isLong = value.type === 'ObjectExpression' || value.type === 'ArrayExpression';
      places.set(JSON.stringify(at), { from: key.start, to: isLong ? key.end : value.end });
      object[name] = read(value, at, depth + 1);
    }
    return object;
  };
  const spread = (node: SpreadElement, path: readonly (string | number)[], depth: number): object => {
    const value = simple(node.argument, path, depth + 1);
    return typeof value === 'object' && value !== null ? value : {};
  };
  return { value: read(expression, [], 0), places, unknown, names };
}

const UNKNOWN_TEXT = 'value-of-a-variable-1';

/** `process.env.TOKEN` for an expression of names; else `an expression`. */
function nameOf(node: Expression): string {
  return sourceName(node) ?? 'an expression';
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
