/** Which rows make a check fail. */
import type { Summary } from './check-summary.ts';
import type { Cause } from './rejection.ts';
import type { Settings } from './settings.ts';

/** The options that decide it. */
export type Failing = Pick<Settings, 'strict' | 'failOnHints'>;

/** Whether a rejected row is a failure. A likely rejection rests on an unconfirmed schema, which may be wrong. */
export function isFailure({ certainty }: Pick<Cause, 'certainty'>, { strict }: Pick<Failing, 'strict'>): boolean {
  return strict || certainty === 'certain';
}

/** Whether any row is a failure. */
export function hasFailed({ rejected, likely, hints }: Summary, { strict, failOnHints }: Failing): boolean {
  return rejected > (strict ? 0 : likely) || (failOnHints && (hints?.rows ?? 0) > 0);
}
