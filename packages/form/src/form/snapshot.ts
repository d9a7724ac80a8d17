/** What a form shows, made from what it holds. */
import type { FieldFacts } from '../app/facts.ts';
import { translate } from '../words/locale.ts';
import type { Choice, FieldState, FormState, Problem } from './api.ts';
import { type Findings, type FormContent, WHOLE_FORM } from './findings.ts';
import { isBlank } from './values.ts';

/** What a form holds beside its content. */
export interface FormProgress {
  readonly status: FormState['status'];
  /** The name of an app without facts. */
  readonly name: string;
  readonly isSubmitted: boolean;
  readonly isConnected: boolean;
  readonly findings: Findings;
  /** The fields that the person has left once. */
  readonly touched: ReadonlySet<string>;
}

export function makeState(content: FormContent, progress: FormProgress): FormState {
  const { selection, values, request, words, locale } = content;
  const { status, isSubmitted, isConnected } = progress;
  const { app, fields, sets } = selection;
  const problems = problemsOf(progress.findings, fields);
  const authTypes = app?.auth ?? [];
  const choice = (id: string, title: string): Choice => ({ id, title: translate(words, title) });
  return {
    status,
    slug: request.slug,
    brand: app?.brand ?? progress.name,
    ...(app?.docs === undefined ? {} : { docs: app.docs }),
    authTypes: authTypes.length > 1 ? authTypes.map(({ name, title }) => choice(name, title)) : [],
    authType: selection.authType,
    sets: sets.length > 1 ? sets.map(({ title }) => choice(title, title)) : [],
    set: selection.set?.title ?? '',
    fields: fields.map((field) => fieldState(field, content, problems, progress.touched)),
    problems,
    isEmpty: fields.every(({ name }) => isBlank(values[name])),
    isComplete: status === 'ready' && selection.missing(values).length === 0,
    isSubmitted,
    canSubmitAnyway: isSubmitted && problems.length > 0 && problems.every(({ severity }) => severity === 'warning'),
    isConnected,
    words,
    locale,
  };
}

function fieldState(
  field: FieldFacts,
  { selection, values, words }: FormContent,
  problems: readonly Problem[],
  touched: ReadonlySet<string>,
): FieldState {
  const { optional: _, input, ...facts } = field;
  const problem = problems.find((one) => one.field === field.name);
  return {
    ...facts,
    label: translate(words, field.label),
    ...(field.help === undefined ? {} : { help: translate(words, field.help) }),
    input: input ?? (field.secret ? 'password' : 'text'),
    required: selection.isRequired(field),
    isOneOf: selection.isOneOf(field),
    value: values[field.name] ?? '',
    touched: touched.has(field.name),
    ...(problem === undefined ? {} : { problem }),
  };
}

/** The problems of the whole form, then those of the fields in order. */
function problemsOf(findings: Findings, fields: readonly FieldFacts[]): Problem[] {
  return [WHOLE_FORM, ...fields.map(({ name }) => name)].flatMap((name) => {
    const finding = findings.get(name);
    if (finding === undefined) return [];
    const { hint: _, ...problem } = finding;
    return [problem];
  });
}
