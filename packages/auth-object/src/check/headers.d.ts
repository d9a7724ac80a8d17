/** Finds the two headers that the endpoint reads, in any form headers come in. */
/**
 * Headers as a `Headers` object, a plain record of any case (values as text or list), or pairs.
 * Structural, so that the types need neither the DOM's nor Node's.
 */
export type HeadersLike = {
    forEach(call: (value: string, name: string) => void): void;
} | Iterable<readonly [name: string, value: string]> | {
    readonly [name: string]: string | number | boolean | readonly string[] | null | undefined;
};
/** The two headers; `undefined` where one is absent. */
export interface KnownHeaders {
    apiKey: string | undefined;
    linkedAccountId: string | undefined;
}
/** Where none were handed over. */
export declare const NO_HEADERS: Readonly<KnownHeaders>;
/**
 * Reads the headers; a repeated one is joined with ", ", outer white space goes, as both do on the wire.
 *
 * @throws TypeError if these are not headers.
 */
export declare function readHeaders(headers: unknown): KnownHeaders;
/** Calls with every header, as it is written. */
export declare function forEachHeader(headers: object, call: (name: string, value: unknown) => void): void;
