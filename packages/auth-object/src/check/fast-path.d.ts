/**
 * The fast path: the verdict about an accepted request without hints, from a table of what the app takes. It can only say
 * yes. Of everything else it answers `undefined`, and the request goes to the instance, which decides.
 */
import type { AcceptedVerdict } from '../verdict/verdict.ts';
import type { KnownHeaders } from './headers.ts';
import type { Context, FormOptions } from './options.ts';
/** The verdict about a form, if it is accepted without hints. */
export declare function acceptForm(slug: unknown, authObject: unknown, flags: number, options: FormOptions | undefined): AcceptedVerdict | undefined;
/** The same for a request; `slugBeside` is the slug beside the body. */
export declare function acceptRequest(headers: Readonly<KnownHeaders>, slugBeside: string | undefined, body: unknown, flags: number, context: Context | undefined): AcceptedVerdict | undefined;
