/** RFC 6902 on plain data: `move` and `remove`, and the reading and writing of one place. */
/** The keys of a JSON pointer (RFC 6901). */
export declare function keysOf(pointer: string): string[];
/** What stands at the place; `undefined` where there is no such place. */
export declare function valueAt(root: unknown, pointer: string): unknown;
/** Puts a value at a place whose parent is there; says whether it could. */
export declare function put(root: unknown, pointer: string, value: unknown): boolean;
/** Takes away what stands at a place; says whether something did. */
export declare function remove(root: unknown, pointer: string): boolean;
