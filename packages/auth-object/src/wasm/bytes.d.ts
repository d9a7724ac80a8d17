/** Bytes in any of their forms, without a copy; `undefined` where these are none. */
export declare function bytesOf(value: unknown): Uint8Array | undefined;
/** `instanceof`, for values whose proxy may throw; also `false` where the runtime lacks the class. */
export declare function isA<T>(type: (abstract new (...args: never[]) => T) | undefined, value: unknown): value is T;
/** Whether this is an object literal, or as good as one: then it is nothing special. */
export declare function isObjectLiteral(value: object): boolean;
