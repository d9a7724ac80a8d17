/** From draft 2020-12, which the catalogue writes, to the other dialects of Standard JSON Schema. */
type Schema = Record<string, unknown>;
/**
 * The schema in another dialect.
 *
 * @throws TypeError for a dialect that is not supported.
 */
export declare function toDialect(schema: Schema, target: string): Schema;
export {};
