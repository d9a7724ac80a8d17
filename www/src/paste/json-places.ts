/** Finds the members of a JSON text, which may be invalid. */
import type { Path } from 'auth-object';
import { findNodeAtLocation, type Node, parseTree } from 'jsonc-parser';
import type { Span } from './pasted.ts';

/** @returns Finds the place of a path: the key of a member, or the object that should hold a missing one. */
export function jsonPlaces(text: string): (path: Path) => Span | undefined {
  let tree: Node | undefined;
  let isRead = false;
  return (path) => {
    if (!isRead) tree = parseTree(text);
    isRead = true;
    if (tree === undefined) return undefined;
    for (let length = path.length; length >= 0; length--) {
      const node = findNodeAtLocation(tree, path.slice(0, length) as (string | number)[]);
      if (node !== undefined) return length === path.length ? member(node) : opening(node);
    }
    return undefined;
  };
}

/** From the key to the end of the value; of an object, the key alone. */
function member(node: Node): Span {
  const { parent } = node;
  const key = parent?.type === 'property' ? parent.children?.[0] : undefined;
  const isLong = node.type === 'object' || node.type === 'array';
  if (key === undefined) return isLong ? opening(node) : { from: node.offset, to: node.offset + node.length };
  return { from: key.offset, to: isLong ? key.offset + key.length : node.offset + node.length };
}

/** The key of an object, or its brace. */
function opening(node: Node): Span {
  const key = node.parent?.type === 'property' ? node.parent.children?.[0] : undefined;
  return key === undefined
    ? { from: node.offset, to: node.offset + 1 }
    : { from: key.offset, to: key.offset + key.length };
}
