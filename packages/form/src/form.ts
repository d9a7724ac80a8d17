/** A credential form: no framework, no DOM. */
import { answerOf, type EndpointAnswer, type ResponseLike, readResponse } from './answer.js';
import { type Engine, type Hint, type Issue, loadEngine } from './engine.js';
import { type AppFacts, type AuthTypeFacts, type FieldFacts, importedApp, type SetFacts } from './facts.js';
import type { Choice, FieldState, Form, FormOptions, FormRequest, FormState, Problem, SubmitResult } from './state.js';
import { en } from './words/en.js';
import { type Locale, localeOf, wordsOf } from './words/index.js';
import type { Words } from './words/words.js';

interface Found extends Problem {
  readonly hint?: Hint;
}

const WHOLE_FORM = '';

/**
 * A credential form for an app.
 *
 * @example
 * ```ts
 * const form = createForm({ slug: 'netsuite' });
 * form.setValue('account_id', '1234567');
 * const result = await form.submit();
 * if (result.ok) await send(result.request);
 * ```
 */
export function createForm(options: FormOptions): Form {
  const model = new FormModel(options);
  // Functions that work without `this`, so that a component can take them apart.
  return {
    ready: model.ready,
    getState: () => model.getState(),
    subscribe: (listener) => model.subscribe(listener),
    setAuthType: (id) => model.setAuthType(id),
    setSet: (id) => model.setSet(id),
    setValue: (field, value) => model.setValues({ [field]: value }),
    setValues: (values) => model.setValues(values),
    leave: (field) => model.leave(field),
    applyFix: (field) => model.applyFix(field),
    submit: () => model.submit(),
    getRequest: () => model.getRequest(),
    setAnswer: (answer) => model.setAnswer(answer),
    reset: () => model.reset(),
  };
}

class FormModel {
  readonly ready: Promise<void>;
  readonly #options: FormOptions;
  readonly #locale: Locale;
  readonly #listeners = new Set<() => void>();
  #words: Words = en;
  #app: AppFacts | undefined;
  #status: FormState['status'] = 'loading';
  #values: Record<string, string> = {};
  #authType = '';
  #set = '';
  #touched = new Set<string>();
  /** By field; the whole form's under the empty name. */
  #problems = new Map<string, Found>();
  /** Codes of the warnings that have been shown, by field, until the field is edited. */
  #seen = new Map<string, string>();
  #isSubmitted = false;
  #isConnected = false;
  /** Counts edits: what was found before the last one is out of date. */
  #edit = 0;
  #state: FormState | undefined;

  constructor(options: FormOptions) {
    this.#options = options;
    this.#locale = localeOf(options.locale);
    const words = wordsOf(this.#locale);
    const app = options.schemas?.[options.slug] === undefined ? importedApp(options.slug) : undefined;
    if (app !== undefined && !(words instanceof Promise)) {
      this.#start(words, app);
      this.ready = Promise.resolve();
    } else {
      this.ready = this.#load(words, app);
    }
  }

  async #load(words: Words | Promise<Words>, app: AppFacts | undefined): Promise<void> {
    const known = app ?? (await this.#catalogued());
    this.#start(await words, known);
    this.#notify();
  }

  async #catalogued(): Promise<AppFacts | undefined> {
    const { slug } = this.#options;
    const engine = await this.#engine();
    return engine.facts(slug);
  }

  async #engine(): Promise<Engine> {
    const engine = await loadEngine();
    const { schemas, slug } = this.#options;
    const structure = schemas?.[slug];
    if (structure !== undefined) engine.register(slug, structure);
    return engine;
  }

  #start(words: Words, app: AppFacts | undefined): void {
    this.#words = { ...words, ...this.#options.words };
    this.#app = app;
    this.#status = app === undefined ? 'unknown_app' : 'ready';
    this.#begin();
  }

  /** The first values and choices. */
  #begin(): void {
    this.#values = { ...this.#options.values };
    const types = this.#app?.auth ?? [];
    const wanted = types.find(({ name }) => name === this.#options.authType);
    this.#authType = (wanted ?? bestOf(types, (type) => this.#given(type.fields.map(({ name }) => name))))?.name ?? '';
    this.#chooseSet();
    this.#forget();
    this.#isConnected = false;
    this.#touched.clear();
  }

  /** The set with the most values, the first if equal. */
  #chooseSet(): void {
    const sets = this.#facts()?.sets ?? [];
    this.#set = bestOf(sets, ({ fields }) => this.#given(fields))?.title ?? '';
  }

  #given(fields: readonly string[]): number {
    return fields.filter((field) => !isBlank(this.#values[field])).length;
  }

  #facts(): AuthTypeFacts | undefined {
    return this.#app?.auth.find(({ name }) => name === this.#authType);
  }

  #setFacts(): SetFacts | undefined {
    return this.#facts()?.sets?.find(({ title }) => title === this.#set);
  }

  /** The fields of the chosen set, and those of no set. */
  #fields(): FieldFacts[] {
    const facts = this.#facts();
    const chosen = this.#setFacts();
    const own = [...(chosen?.fields ?? []), ...(chosen?.with ?? [])];
    const others = new Set((facts?.sets ?? []).flatMap((set) => [...set.fields, ...(set.with ?? [])]));
    return (facts?.fields ?? [])
      .filter(({ name, more }) => own.includes(name) || !others.has(name) || more)
      .map(({ more, ...field }) => (more && !own.includes(field.name) ? { ...field, more } : field));
  }

  #isRequired(field: FieldFacts): boolean {
    const chosen = this.#setFacts();
    return field.optional === undefined || (chosen?.any === undefined && chosen?.fields.includes(field.name) === true);
  }

  #label(field: FieldFacts): string {
    return this.#translate(field.label);
  }

  #translate(text: string): string {
    return this.#words.labels[text] ?? text;
  }

  getState(): FormState {
    this.#state ??= this.#makeState();
    return this.#state;
  }

  #makeState(): FormState {
    const fields = this.#fields();
    const problems = this.#shown(fields);
    const chosen = this.#setFacts();
    const required = fields.filter((field) => this.#isRequired(field));
    const isAnswered = (name: string) => !isBlank(this.#values[name]);
    const choice = (id: string, title: string): Choice => ({ id, title: this.#translate(title) });
    const authTypes = this.#app?.auth ?? [];
    const sets = this.#facts()?.sets ?? [];
    return {
      status: this.#status,
      slug: this.#options.slug,
      brand: this.#app?.brand ?? this.#options.slug,
      authTypes: authTypes.length > 1 ? authTypes.map(({ name, title }) => choice(name, title)) : [],
      authType: this.#authType,
      sets: sets.length > 1 ? sets.map(({ title }) => choice(title, title)) : [],
      set: this.#set,
      fields: fields.map((field) => this.#fieldState(field, problems)),
      problems,
      isEmpty: !fields.some(({ name }) => isAnswered(name)),
      isComplete:
        this.#status === 'ready' &&
        required.every(({ name }) => isAnswered(name)) &&
        (chosen?.any !== true || chosen.fields.some(isAnswered)),
      isSubmitted: this.#isSubmitted,
      canSubmitAnyway:
        this.#isSubmitted && problems.length > 0 && problems.every(({ severity }) => severity === 'warning'),
      isConnected: this.#isConnected,
      words: this.#words,
      locale: this.#locale,
    };
  }

  #fieldState(field: FieldFacts, problems: readonly Problem[]): FieldState {
    const { optional: _, input, ...facts } = field;
    const problem = problems.find((one) => one.field === field.name);
    const chosen = this.#setFacts();
    return {
      ...facts,
      label: this.#label(field),
      input: input ?? (field.secret ? 'password' : 'text'),
      required: this.#isRequired(field),
      isOneOf: chosen?.any === true && chosen.fields.includes(field.name),
      value: this.#values[field.name] ?? '',
      touched: this.#touched.has(field.name),
      ...(problem === undefined ? {} : { problem }),
    };
  }

  #shown(fields: readonly FieldFacts[]): Problem[] {
    return [WHOLE_FORM, ...fields.map(({ name }) => name)].flatMap((name) => {
      const found = this.#problems.get(name);
      if (found === undefined) return [];
      const { hint: _, ...problem } = found;
      return [problem];
    });
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #notify(): void {
    this.#state = undefined;
    for (const listener of this.#listeners) listener();
  }

  setAuthType(id: string): void {
    if (id === this.#authType || !this.#app?.auth.some(({ name }) => name === id)) return;
    this.#authType = id;
    this.#chooseSet();
    this.#switched();
  }

  setSet(id: string): void {
    if (id === this.#set || !this.#facts()?.sets?.some(({ title }) => title === id)) return;
    this.#set = id;
    this.#switched();
  }

  /** The new fields are not checked yet. */
  #switched(): void {
    this.#forget();
    this.#isConnected = false;
    this.#notify();
  }

  #forget(): void {
    this.#edit++;
    this.#problems.clear();
    this.#seen.clear();
    this.#isSubmitted = false;
  }

  setValues(values: Readonly<Record<string, string>>): void {
    const changed = Object.keys(values).filter((field) => values[field] !== (this.#values[field] ?? ''));
    if (changed.length === 0) return;
    Object.assign(this.#values, values);
    this.#edit++;
    this.#isConnected = false;
    for (const field of [WHOLE_FORM, ...changed]) {
      this.#problems.delete(field);
      this.#seen.delete(field);
    }
    this.#notify();
    if (this.#isSubmitted) void this.#recheck();
  }

  /** Shows what is wrong now, as the person types; keeps what the endpoint said of fields that were not edited. */
  async #recheck(): Promise<void> {
    const engine = await this.#engine().catch(() => undefined);
    if (engine === undefined || !this.#isSubmitted) return;
    const found = this.#check(engine);
    const answers = [...this.#problems].filter(([field, { code }]) => code === 'answer' && !found.has(field));
    this.#show(new Map([...found, ...answers]));
  }

  #show(problems: Map<string, Found>): void {
    this.#problems = problems;
    for (const [field, { code }] of problems) this.#seen.set(field, code);
    this.#notify();
  }

  async leave(field: string): Promise<void> {
    if (!this.#touched.has(field)) {
      this.#touched.add(field);
      this.#notify();
    }
    if (this.#isSubmitted || isBlank(this.#values[field]) || this.#problems.has(field)) return;
    const engine = await this.#engine().catch(() => undefined);
    if (engine === undefined || this.#isSubmitted) return;
    const found = this.#check(engine).get(field);
    if (found === undefined || !found.isFixable) return;
    this.#show(new Map([...this.#problems, [field, found]]));
  }

  async applyFix(field: string): Promise<void> {
    const hint = this.#problems.get(field)?.hint;
    if (hint === undefined) return;
    const engine = await this.#engine();
    const { slug, auth_object } = this.getRequest();
    const repaired = engine.repair(slug, auth_object, hint)[this.#authType] as Record<string, string>;
    const before = auth_object[this.#authType] ?? {};
    const removed = Object.keys(before).filter((name) => !(name in repaired));
    this.setValues({ ...repaired, ...Object.fromEntries(removed.map((name) => [name, ''])) });
  }

  getRequest(): FormRequest {
    const given = this.#fields().flatMap(({ name }) => {
      const value = this.#values[name];
      return value === undefined || isBlank(value) ? [] : [[name, value] as const];
    });
    return { slug: this.#options.slug, auth_object: { [this.#authType]: Object.fromEntries(given) } };
  }

  async submit(): Promise<SubmitResult> {
    await this.ready;
    if (this.#status !== 'ready') return { ok: false, problems: [] };
    const engine = await this.#engine().catch(() => undefined);
    const found = engine === undefined ? this.#unchecked() : this.#check(engine);
    const isHeld = [...found].some(
      ([field, { severity, code }]) => severity === 'error' || this.#seen.get(field) !== code,
    );
    this.#isSubmitted = true;
    this.#isConnected = false;
    this.#show(found);
    if (!isHeld) return { ok: true, request: this.getRequest() };
    const { problems } = this.getState();
    const field = problems.find((problem) => problem.field !== undefined)?.field;
    return { ok: false, ...(field === undefined ? {} : { field }), problems };
  }

  /** If the wasm cannot be loaded: only what the facts say. */
  #unchecked(): Map<string, Found> {
    const missing = this.#missing().map((field) => this.#missingProblem(field, 'error'));
    if (missing.length > 0) return new Map(missing);
    const text = this.#words.unchecked;
    return new Map([[WHOLE_FORM, { severity: 'warning', code: 'unchecked', text, isFixable: false }]]);
  }

  /** @returns what is wrong with the values as they are now, by field. */
  #check(engine: Engine): Map<string, Found> {
    const { slug, auth_object } = this.getRequest();
    const { issues, hints } = engine.check(slug, auth_object);
    const found = new Map<string, Found>();
    const add = (field: string, problem: Found) => {
      const other = found.get(field);
      if (other === undefined || (other.severity === 'warning' && problem.severity === 'error'))
        found.set(field, problem);
    };
    for (const issue of issues) for (const [field, problem] of this.#issueProblems(issue, engine)) add(field, problem);
    for (const hint of hints) {
      const field = this.#fieldAt(hint.path);
      const isFixable = hint.fix !== undefined && field !== WHOLE_FORM;
      add(field, {
        ...this.#at(field),
        severity: 'warning',
        code: hint.code,
        text: this.#describe(hint, engine),
        isFixable,
        hint,
      });
    }
    return found;
  }

  #issueProblems(issue: Issue, engine: Engine): [string, Found][] {
    // A form in which nothing is entered cannot be right, however sure its schema is.
    const isSure = issue.certainty === 'certain' || this.getState().isEmpty;
    const severity = isSure ? 'error' : 'warning';
    const field = this.#fieldAt(issue.path);
    const missing = this.#missing();
    if (issue.reason === 'incomplete_set') {
      const set = this.#setFacts()?.fields ?? [];
      return missing.filter(({ name }) => set.includes(name)).map((one) => this.#missingProblem(one, severity));
    }
    if (issue.reason === 'missing') {
      return missing.filter(({ name }) => name === field).map((one) => this.#missingProblem(one, severity));
    }
    return [
      [
        field,
        {
          ...this.#at(field),
          severity,
          code: issue.code,
          text: this.#describe(issue, engine),
          isFixable: false,
        },
      ],
    ];
  }

  /** In the words of the form, with the label that the field has in it. */
  #describe(finding: Issue | Hint, engine: Engine): string {
    const label = 'label' in finding ? finding.label : undefined;
    const named = label === undefined ? finding : { ...finding, label: this.#translate(label) };
    return engine.inWords(named, this.#locale, this.#words.findings ?? {});
  }

  /** The fields without which the chosen set is not complete. */
  #missing(): FieldFacts[] {
    const chosen = this.#setFacts();
    const isMissing = (name: string) => isBlank(this.#values[name]);
    const lacksAll = chosen?.any === true && chosen.fields.every(isMissing);
    return this.#fields().filter(
      (field) => isMissing(field.name) && (this.#isRequired(field) || (lacksAll && field.name === chosen.fields[0])),
    );
  }

  #missingProblem(field: FieldFacts, severity: Problem['severity']): [string, Found] {
    const chosen = this.#setFacts();
    const isOneOf = chosen?.any === true && chosen.fields.includes(field.name);
    const labels = this.#fields()
      .filter(({ name }) => chosen?.fields.includes(name))
      .map((one) => this.#label(one));
    const text = isOneOf ? this.#words.enterOneOf(labels) : this.#words.enter(this.#label(field));
    return [field.name, { ...this.#at(field.name), severity, code: 'missing', text, isFixable: false }];
  }

  #at(name: string): { field?: string; label?: string } {
    const field = this.#fields().find((one) => one.name === name);
    return field === undefined ? {} : { field: name, label: this.#label(field) };
  }

  /** The field that a path of the auth_object leads to; the whole form if it is none that is shown. */
  #fieldAt(path: readonly (string | number)[]): string {
    const name = path.at(-1);
    return path.length === 3 && this.#fields().some((field) => field.name === name) ? String(name) : WHOLE_FORM;
  }

  async setAnswer(response: EndpointAnswer | ResponseLike): Promise<void> {
    const edit = this.#edit;
    const read = await readResponse(response);
    // What was sent is no longer what is shown.
    if (edit !== this.#edit) return;
    const fields = this.#fields().map(({ name, label }) => ({ name, label, value: this.#values[name] ?? '' }));
    const answer = answerOf(read, fields, this.getState());
    this.#isConnected = answer === undefined;
    if (answer === undefined) {
      this.#problems.clear();
      this.#notify();
      return;
    }
    this.#isSubmitted = true;
    const { field, ...problem } = answer;
    const name = field ?? WHOLE_FORM;
    this.#show(new Map([...this.#problems, [name, { ...problem, ...this.#at(name), isFixable: false }]]));
  }

  reset(): void {
    this.#begin();
    this.#notify();
  }
}

function isBlank(value: string | undefined): boolean {
  return value === undefined || !/\P{White_Space}/u.test(value);
}

/** The one with the highest score, the first of equals. */
function bestOf<T>(all: readonly T[], score: (one: T) => number): T | undefined {
  let best: T | undefined;
  for (const one of all) if (best === undefined || score(one) > score(best)) best = one;
  return best;
}
