/** Bounds what a connection can keep in memory: requests that a client sends without reading the answers (pipelining). */
import type { RequestListener } from 'node:http';
import type { Socket } from 'node:net';

/** How many requests of a connection are handled at the same time. Browsers and most clients send one. */
const MOST_AT_ONCE = 16;

/** The requests of a connection. */
interface Line {
  /** How many are handled and not yet sent. */
  active: number;
  /** Those that wait; they are the rest of what was read from the connection at once. */
  waiting: (() => void)[];
}

/**
 * Handles at most {@link MOST_AT_ONCE} requests of a connection until their answers are sent. While others wait, nothing
 * is read from the connection, so the client's system stops it from sending more.
 *
 * Node itself pauses for unread bytes only, and handles all requests of a read, which may be some hundred, before there
 * are any.
 */
export function inTurn(listener: RequestListener): RequestListener {
  const lines = new WeakMap<Socket, Line>();
  return (incoming, outgoing) => {
    const { socket } = incoming;
    const line = lines.get(socket) ?? newLine(socket);
    lines.set(socket, line);
    const handle = () => {
      line.active += 1;
      outgoing.once('close', () => {
        line.active -= 1;
        const next = line.waiting.shift();
        next?.();
        if (next !== undefined && line.waiting.length === 0) socket.resume();
      });
      listener(incoming, outgoing);
    };
    if (line.active < MOST_AT_ONCE) return handle();
    line.waiting.push(handle);
    socket.pause();
  };
}

function newLine(socket: Socket): Line {
  const line: Line = { active: 0, waiting: [] };
  socket.once('close', () => {
    line.waiting = [];
  });
  return line;
}
