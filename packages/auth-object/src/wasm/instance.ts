/** The WebAssembly instance. The first call starts it; any exception out of it ends it, and the next call starts afresh. */
import { AuthObjectError, isStackOverflow } from '../error.ts';
import type { Glue } from './glue.ts';

/** Ranks of modules. */
export const BASE = 0;
export const ROWS = 1;

let glue: Glue;
let rank = -1;
/** Where the module may come from; the first that has one is taken. */
let sources: (() => WebAssembly.Module)[] = [];
let compiled: WebAssembly.Module | undefined;
/** Whether the glue has had an instance, perhaps one that failed to start. */
let isUsed = false;
let isRunning = false;
/** The memory of the instance. */
export let memory: WebAssembly.Memory;
/** How many instances were ended. */
export let endedCount = 0;
/** Grows if what an instance answered may have changed: with each instance, and with each registered app. */
export let cacheVersion = 0;
let lastFailure: AuthObjectError | undefined;
/** Slugs and auth structures, for every instance. */
const registered = new Map<string, string>();

/**
 * Offers a module; every entry does. One of a higher rank can do more and takes the place of one of a lower rank, even if
 * that is running.
 *
 * @param load - Called by the first call, never at import.
 */
export function offer(offered: Glue, load: () => WebAssembly.Module, offeredRank: number): void {
  if (offeredRank === rank) sources.push(load);
  if (offeredRank <= rank) return;
  if (isRunning) {
    isRunning = false;
    endedCount++;
  }
  glue = offered;
  rank = offeredRank;
  sources = [load];
  compiled = undefined;
  isUsed = false;
  cacheVersion++;
}

/** Whether there is an instance. */
export function isStarted(): boolean {
  return isRunning;
}

/**
 * The glue, with an instance behind it.
 *
 * @throws TypeError if there is no module, or the page forbids WebAssembly; AuthObjectError.
 */
export function startedGlue(): Glue {
  if (!isRunning) start();
  return glue;
}

/** Starts an instance of the caller's own module, if there is none. */
export function startWith(module: WebAssembly.Module): void {
  if (isRunning) return;
  compiled = module;
  try {
    start();
  } catch (error) {
    compiled = undefined;
    throw error;
  }
}

function start(): void {
  try {
    compiled ??= compile();
    // Before the glue keeps it.
    if (!WebAssembly.Module.exports(compiled).some(({ name }) => name === '__wbindgen_start')) {
      throw new WebAssembly.LinkError('The module is not from this package.');
    }
    const isAgain = isUsed;
    isUsed = true;
    let exports = glue.initSync({ module: compiled });
    if (isAgain) {
      glue.reset();
      exports = glue.initSync();
    }
    for (const [slug, structure] of registered) glue.registerApp(slug, structure);
    cacheVersion++;
    memory = exports.memory;
    // To compile this function later, when the call stack is full, there is no room.
    failureOf(new RangeError());
    isRunning = true;
  } catch (cause) {
    if (isStackOverflow(cause) || isStackOverflow((cause as Error).cause))
      throw new AuthObjectError('stack', { cause });
    if (cause instanceof TypeError && !(cause instanceof WebAssembly.LinkError)) throw cause;
    if (cause instanceof RangeError) throw new AuthObjectError('too_large', { cause });
    throw new TypeError(
      'auth-object: The WebAssembly module and its loader are different versions. Reinstall auth-object.',
      { cause },
    );
  }
}

function compile(): WebAssembly.Module {
  let first: unknown;
  for (const load of sources) {
    try {
      return load();
    } catch (error) {
      first ??= error;
    }
  }
  throw first;
}

/**
 * Calls the instance, and ends it if that throws.
 *
 * @throws AuthObjectError for any exception.
 */
export function guarded<T>(call: (glue: Glue) => T): T {
  const running = startedGlue();
  try {
    return call(running);
  } catch (error) {
    // Before anything is called: if the call stack is full, that throws.
    isRunning = false;
    endedCount++;
    cacheVersion++;
    lastFailure = undefined;
    throw (lastFailure = failureOf(error));
  }
}

function failureOf(cause: unknown): AuthObjectError {
  if (cause instanceof AuthObjectError) return cause;
  if (isStackOverflow(cause)) return new AuthObjectError('stack', { cause });
  return new AuthObjectError(isTrap(cause) && isFull() ? 'too_large' : 'internal', { cause });
}

/** Throws the last failure if an instance was ended since so many were: a call that still runs in it cannot go on. */
export function failIfEnded(since: number): void {
  // It is missing if the call stack was too full to make it.
  if (endedCount !== since) throw lastFailure ?? new AuthObjectError('stack');
}

function isTrap(cause: unknown): boolean {
  return cause instanceof WebAssembly.RuntimeError;
}

/** Whether there may have been no memory left: a list that grows asks for twice its size. */
function isFull(): boolean {
  const PAGE_BYTES = 1 << 16;
  try {
    memory.grow((2 * memory.buffer.byteLength) / PAGE_BYTES);
    return false;
  } catch {
    return true;
  }
}

/** Registers an app with this instance and all that come after it. Gives the reason if it is rejected. */
export function register(slug: string, structure: string): string | undefined {
  const reason = guarded((running) => running.registerApp(slug, structure));
  cacheVersion++;
  if (reason === undefined) registered.set(slug, structure);
  return reason;
}

/** The registered apps: slugs and auth structures as JSON. */
export function registrations(): ReadonlyMap<string, string> {
  return registered;
}
