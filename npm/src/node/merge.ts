/** One report of many. */
import type { RuleCode } from '../generated/codes.js';
import type { AppCount, BatchReport, RowFailure } from '../types/batch.js';
import type { SegmentReport } from './segment.js';

/** Every rule, in order: as keys, so that the compiler names one that is missing. */
const RULES: Record<RuleCode, true> = {
  invalid_credentials: true,
  linked_account_id_required: true,
  invalid_json: true,
  slug_required: true,
  custom_app: true,
  unknown_app: true,
  linked_account_not_found: true,
  auth_object_required: true,
  auth_type: true,
  invalid_value: true,
  oauth2_fields: true,
  keybased_fields: true,
  verification_failed: true,
};

/** Takes the reports of segments in the order of the file. */
export class Merged {
  readonly #codes = new Map<string, number>();
  readonly #apps = new Map<string, AppCount>();
  #total = 0;
  #accepted = 0;
  #rejected = 0;
  #lines = 0;

  /** @returns The refused rows of the segment, with their lines in the file. */
  add({ report, lines }: SegmentReport): RowFailure[] {
    this.#total += report.total;
    this.#accepted += report.accepted;
    this.#rejected += report.rejected;
    for (const [code, count] of Object.entries(report.byCode)) {
      this.#codes.set(code, (this.#codes.get(code) ?? 0) + count);
    }
    for (const [slug, count] of Object.entries(report.byApp)) {
      const sum = this.#apps.get(slug) ?? { total: 0, accepted: 0, rejected: 0 };
      sum.total += count.total;
      sum.accepted += count.accepted;
      sum.rejected += count.rejected;
      this.#apps.set(slug, sum);
    }
    for (const failure of report.failures) failure.line += this.#lines;
    this.#lines += lines;
    return report.failures;
  }

  /** The report of all, its members in the order that one checker gives them. */
  report(failures: RowFailure[]): BatchReport {
    const byCode: Record<string, number> = {};
    for (const code of Object.keys(RULES)) {
      const count = this.#codes.get(code);
      if (count !== undefined) byCode[code] = count;
    }
    const byApp = Object.fromEntries([...this.#apps].sort(([a], [b]) => (a < b ? -1 : 1)));
    return { total: this.#total, accepted: this.#accepted, rejected: this.#rejected, byCode, byApp, failures };
  }
}
