/** What is wrong with the values, as problems of the form's fields. */
import type { FieldFacts } from '../app/facts.ts';
import type { Engine, Hint, Issue } from '../library/engine.ts';
import { type Locale, translate } from '../words/locale.ts';
import type { Words } from '../words/words.ts';
import type { FormRequest, Problem } from './api.ts';
import type { Selection } from './selection.ts';
import type { Values } from './values.ts';

/** A problem, with the hint whose fix repairs it. */
export interface Finding extends Problem {
  readonly hint?: Hint;
}

/** By field; a problem of the whole form has the key `WHOLE_FORM`. */
export type Findings = Map<string, Finding>;

export const WHOLE_FORM = '';

/** A form at one moment. */
export interface FormContent {
  readonly selection: Selection;
  readonly values: Values;
  readonly request: FormRequest;
  readonly words: Words;
  readonly locale: Locale;
}

/** Checks the values with the library. Of several problems of a field, the first error counts, else the first warning. */
export function findProblems(engine: Engine, content: FormContent): Findings {
  const { issues, hints } = engine.check(content.request.slug, content.request.auth_object);
  const findings: Findings = new Map();
  const all = [
    ...issues.flatMap((issue) => issueFindings(issue, engine, content)),
    ...hints.map((hint) => hintFinding(hint, engine, content)),
  ];
  for (const [field, finding] of all) {
    const other = findings.get(field);
    const isWorse = other?.severity === 'warning' && finding.severity === 'error';
    if (other === undefined || isWorse) findings.set(field, finding);
  }
  return findings;
}

/** All that can be checked without the library: which fields are missing. */
export function findMissing(content: FormContent): Findings {
  const missing = content.selection.missing(content.values);
  if (missing.length > 0) return new Map(missing.map((field) => missingFinding(field, 'error', content)));
  const text = content.words.unchecked;
  return new Map([[WHOLE_FORM, { severity: 'warning', code: 'unchecked', text, isFixable: false }]]);
}

/** The name and the label of a field, for a problem; nothing for the whole form. */
export function fieldOf(name: string, { selection, words }: FormContent): { field?: string; label?: string } {
  const field = selection.fields.find((one) => one.name === name);
  return field === undefined ? {} : { field: name, label: translate(words, field.label) };
}

function issueFindings(issue: Issue, engine: Engine, content: FormContent): [string, Finding][] {
  const { selection, values, request } = content;
  // An empty form is never right, even if its schema is unconfirmed.
  const isEmpty = Object.values(request.auth_object).every((fields) => Object.keys(fields).length === 0);
  const severity = issue.certainty === 'certain' || isEmpty ? 'error' : 'warning';
  const field = fieldAt(issue.path, selection);
  if (issue.reason === 'incomplete_set' || issue.reason === 'missing') {
    const affected = issue.reason === 'missing' ? [field] : (selection.set?.fields ?? []);
    return selection
      .missing(values)
      .filter(({ name }) => affected.includes(name))
      .map((one) => missingFinding(one, severity, content));
  }
  const text = textOf(issue, engine, content);
  return [[field, { ...fieldOf(field, content), severity, code: issue.code, text, isFixable: false }]];
}

function hintFinding(hint: Hint, engine: Engine, content: FormContent): [string, Finding] {
  const field = fieldAt(hint.path, content.selection);
  const finding: Finding = {
    ...fieldOf(field, content),
    severity: 'warning',
    code: hint.code,
    text: textOf(hint, engine, content),
    isFixable: hint.fix !== undefined && field !== WHOLE_FORM,
    hint,
  };
  return [field, finding];
}

function missingFinding(field: FieldFacts, severity: Problem['severity'], content: FormContent): [string, Finding] {
  const { selection, words } = content;
  const label = (one: FieldFacts) => translate(words, one.label);
  const text = selection.isOneOf(field)
    ? words.enterOneOf(selection.fields.filter((one) => selection.isOneOf(one)).map(label))
    : words.enter(label(field));
  return [field.name, { ...fieldOf(field.name, content), severity, code: 'missing', text, isFixable: false }];
}

/** The library's text, with the label that the field has in this form. */
function textOf(finding: Issue | Hint, engine: Engine, { selection, words, locale }: FormContent): string {
  const texts = words.findings ?? {};
  if (!('label' in finding) || finding.label === undefined) return engine.toText(finding, locale, texts);
  const name = 'field' in finding ? finding.field : undefined;
  const label = selection.fields.find((field) => field.name === name)?.label ?? finding.label;
  return engine.toText({ ...finding, label: translate(words, label) }, locale, texts);
}

/** The field at a path of the auth_object; the whole form if the path leads to no field of the form. */
function fieldAt(path: readonly (string | number)[], selection: Selection): string {
  const name = path.at(-1);
  return path.length === 3 && selection.fields.some((field) => field.name === name) ? String(name) : WHOLE_FORM;
}
