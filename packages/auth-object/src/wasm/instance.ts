/**
 * The WebAssembly instance. The first call starts it. An exception out of it ends it, because its memory may then be
 * inconsistent; the next call starts a new one.
 */
import type { AllLimits } from '../check/limits.ts';
import { AuthObjectError, isStackOverflow } from '../error.ts';
import type { Glue } from './glue.ts';

/** The ranks of the two modules. */
export const BASE = 0;
export const ROWS = 1;

let glue: Glue;
let rank = -1;
/** Functions that return the module; the first that does not throw is used. */
let sources: (() => WebAssembly.Module)[] = [];
let compiled: WebAssembly.Module | undefined;
/** Whether the glue had an instance before, even one that failed to start. */
let isUsed = false;
let isRunning = false;
/** The memory of the instance. */
export let memory: WebAssembly.Memory;
/** The number of instances that have ended. */
export let endedCount = 0;
/** Changes whenever cached results of the instance may be outdated: with each new instance and each registered app. */
export let cacheVersion = 0;
let lastFailure: AuthObjectError | undefined;
type AppLimits = Pick<AllLimits, 'apps' | 'appBytes'>;

/** For apps that are registered again: they were within the limits. */
export const UNLIMITED: AppLimits = { apps: 2 ** 32 - 1, appBytes: 2 ** 32 - 1 };

/** The registered apps: slug → auth structure as JSON. Every new instance gets them. */
const registered = new Map<string, string>();

/**
 * Offers a module; every entry of the package does. A module with a higher rank has more functions and replaces one with a
 * lower rank, even while that one runs.
 *
 * @param load - Returns the module. It is called at the first call of the library, never at import.
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

/** Whether an instance is running. */
export function isStarted(): boolean {
  return isRunning;
}

/**
 * Returns the glue. Starts an instance if none is running.
 *
 * @throws TypeError if there is no module or the page forbids WebAssembly; AuthObjectError if there is not enough memory
 *   or call stack.
 */
export function startedGlue(): Glue {
  if (!isRunning) start();
  return glue;
}

/** Starts an instance of the caller's module, unless one is running. */
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
    // Before the glue stores the module.
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
    for (const [slug, structure] of registered) glue.registerApp(slug, structure, UNLIMITED.apps, UNLIMITED.appBytes);
    cacheVersion++;
    memory = exports.memory;
    // Compiles the function now: there may be no room for that when the call stack is full.
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
 * Calls the instance. Ends it if it throws.
 *
 * @throws AuthObjectError for any exception.
 */
export function guarded<T>(call: (glue: Glue) => T): T {
  const running = startedGlue();
  try {
    return call(running);
  } catch (error) {
    // First, because calling any function throws if the call stack is full.
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

/**
 * Throws the last failure if an instance has ended since: a call that is still running in it cannot go on.
 *
 * @param since - The value of {@link endedCount} when the call began.
 */
export function failIfEnded(since: number): void {
  // Missing if the call stack was too full to create it.
  if (endedCount !== since) throw lastFailure ?? new AuthObjectError('stack');
}

function isTrap(cause: unknown): boolean {
  return cause instanceof WebAssembly.RuntimeError;
}

/** Whether the memory may be full: a growing list asks for twice its size. */
function isFull(): boolean {
  const PAGE_BYTES = 1 << 16;
  try {
    memory.grow((2 * memory.buffer.byteLength) / PAGE_BYTES);
    return false;
  } catch {
    return true;
  }
}

/** Registers an app with this instance and all later ones. Returns the reason if it is rejected. */
export function register(slug: string, structure: string, { apps, appBytes }: AppLimits): string | undefined {
  // One unit more than allowed is enough for Rust to reject it.
  const [name, text] = [slug.slice(0, appBytes + 1), structure.slice(0, appBytes + 1)];
  const reason = guarded((running) => running.registerApp(name, text, apps, appBytes));
  cacheVersion++;
  if (reason === undefined) registered.set(slug, structure);
  return reason;
}

/** The registered apps: slug → auth structure as JSON. */
export function registrations(): ReadonlyMap<string, string> {
  return registered;
}
