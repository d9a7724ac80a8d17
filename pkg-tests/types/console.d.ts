// The only global, so that the types of the package are checked without those of the DOM and of Node.
declare const console: { log(...values: unknown[]): void };
