// So that the types of the package are tried with neither the DOM's nor Node's beside them.
declare const console: { log(...values: unknown[]): void };
