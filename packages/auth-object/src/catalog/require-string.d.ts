/** @throws TypeError if an argument is not a string. */
export declare function requireString(caller: string, what: string, value: unknown): void;
