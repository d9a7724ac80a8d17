/** The form behind `createForm`: what it holds, and what each action changes. */
import { type AppFacts, importedApp } from '../app/facts.ts';
import { type AuthStructure, type Engine, loadEngine } from '../library/engine.ts';
import { en } from '../words/en.ts';
import { type Locale, localeOf, wordsOf } from '../words/locale.ts';
import type { Words } from '../words/words.ts';
import { problemIn, readResponse } from './answer.ts';
import type { EndpointAnswer, FormOptions, FormRequest, FormState, ResponseLike, SubmitResult } from './api.ts';
import { type Findings, type FormContent, fieldOf, findMissing, findProblems, WHOLE_FORM } from './findings.ts';
import { Selection } from './selection.ts';
import { makeState } from './snapshot.ts';
import { isBlank, toValues } from './values.ts';

export class FormModel {
  readonly ready: Promise<void>;
  readonly #options: FormOptions;
  readonly #locale: Locale;
  readonly #listeners = new Set<() => void>();
  #words: Words = en;
  #status: FormState['status'] = 'loading';
  /** The name of an app without facts. */
  #name = '';
  #selection = new Selection(undefined, undefined, {});
  #values = toValues({});
  readonly #touched = new Set<string>();
  #findings: Findings = new Map();
  /** By field, the code of the last problem shown since the field was edited. */
  readonly #shownCodes = new Map<string, string>();
  #isSubmitted = false;
  #isConnected = false;
  /** Counts edits, so that an answer to older values can be ignored. */
  #edits = 0;
  /** Cached until something changes. */
  #state: FormState | undefined;

  constructor(options: FormOptions) {
    this.#options = options;
    this.#locale = localeOf(options.locale);
    const words = wordsOf(this.#locale);
    const app = this.#structure === undefined ? importedApp(options.slug) : undefined;
    if (app !== undefined && !(words instanceof Promise)) {
      this.#start(words, app);
      this.ready = Promise.resolve();
    } else {
      this.ready = this.#load(words, app);
    }
  }

  async #load(words: Words | Promise<Words>, imported: AppFacts | undefined): Promise<void> {
    let app = imported;
    if (app === undefined) {
      const engine = await this.#engine();
      app = engine.facts(this.#options.slug);
      this.#name = engine.nameOf(this.#options.slug);
    }
    this.#start(await words, app);
    this.#notify();
  }

  async #engine(): Promise<Engine> {
    const engine = await loadEngine();
    const structure = this.#structure;
    if (structure !== undefined) engine.register(this.#options.slug, structure);
    return engine;
  }

  /** The live auth structure of the app. */
  get #structure(): AuthStructure | undefined {
    const { schemas = {}, slug } = this.#options;
    return Object.hasOwn(schemas, slug) ? schemas[slug] : undefined;
  }

  #start(words: Words, app: AppFacts | undefined): void {
    this.#words = { ...words, ...this.#options.words };
    this.#status = app === undefined ? 'unknown_app' : 'ready';
    this.#begin(app);
  }

  /** Sets the first values and choices. */
  #begin(app: AppFacts | undefined): void {
    this.#values = toValues(this.#options.values);
    this.#selection = new Selection(app, this.#options.authType, this.#values);
    this.#touched.clear();
    this.#clearProblems();
  }

  #clearProblems(): void {
    this.#edits++;
    this.#findings.clear();
    this.#shownCodes.clear();
    this.#isSubmitted = false;
    this.#isConnected = false;
  }

  #notify(): void {
    this.#state = undefined;
    for (const listener of this.#listeners) listener();
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  getState(): FormState {
    this.#state ??= makeState(this.#content(), {
      status: this.#status,
      name: this.#name,
      isSubmitted: this.#isSubmitted,
      isConnected: this.#isConnected,
      findings: this.#findings,
      touched: this.#touched,
    });
    return this.#state;
  }

  #content(): FormContent {
    return {
      selection: this.#selection,
      values: this.#values,
      request: this.getRequest(),
      words: this.#words,
      locale: this.#locale,
    };
  }

  getRequest(): FormRequest {
    const filled = this.#selection.fields.flatMap(({ name }) => {
      const value = this.#values[name];
      return value === undefined || isBlank(value) ? [] : [[name, value] as const];
    });
    return { slug: this.#options.slug, auth_object: { [this.#selection.authType]: Object.fromEntries(filled) } };
  }

  setAuthType(id: string): void {
    if (this.#selection.chooseAuthType(id, this.#values)) this.#afterChoice();
  }

  setSet(id: string): void {
    if (this.#selection.chooseSet(id)) this.#afterChoice();
  }

  /** The new fields are not checked yet. */
  #afterChoice(): void {
    this.#clearProblems();
    this.#notify();
  }

  reset(): void {
    this.#begin(this.#selection.app);
    this.#notify();
  }

  setValues(values: Readonly<Record<string, string>>): void {
    const changed = Object.keys(values).filter((field) => values[field] !== (this.#values[field] ?? ''));
    if (changed.length === 0) return;
    Object.assign(this.#values, values);
    this.#edits++;
    this.#isConnected = false;
    for (const field of [WHOLE_FORM, ...changed]) {
      this.#findings.delete(field);
      this.#shownCodes.delete(field);
    }
    this.#notify();
    if (this.#isSubmitted) void this.#recheck();
  }

  /** Checks as the person types. The endpoint's answer stays at a field until the field is edited. */
  async #recheck(): Promise<void> {
    const engine = await this.#engine().catch(() => undefined);
    if (engine === undefined || !this.#isSubmitted) return;
    const findings = findProblems(engine, this.#content());
    const answers = [...this.#findings].filter(([field, { code }]) => code === 'answer' && !findings.has(field));
    this.#show(new Map([...findings, ...answers]));
  }

  #show(findings: Findings): void {
    this.#findings = findings;
    for (const [field, { code }] of findings) this.#shownCodes.set(field, code);
    this.#notify();
  }

  async leave(field: string): Promise<void> {
    if (!this.#touched.has(field)) {
      this.#touched.add(field);
      this.#notify();
    }
    if (this.#isSubmitted || isBlank(this.#values[field]) || this.#findings.has(field)) return;
    const engine = await this.#engine().catch(() => undefined);
    if (engine === undefined || this.#isSubmitted) return;
    const finding = findProblems(engine, this.#content()).get(field);
    if (finding?.isFixable) this.#show(new Map([...this.#findings, [field, finding]]));
  }

  async applyFix(field: string): Promise<void> {
    const hint = this.#findings.get(field)?.hint;
    if (hint === undefined) return;
    const engine = await this.#engine();
    const { slug, auth_object } = this.getRequest();
    const { authType } = this.#selection;
    const repaired = engine.repair(slug, auth_object, hint)[authType] as Record<string, string>;
    const removed = Object.keys(auth_object[authType] ?? {}).filter((name) => !Object.hasOwn(repaired, name));
    this.setValues({ ...repaired, ...Object.fromEntries(removed.map((name) => [name, ''])) });
  }

  async submit(): Promise<SubmitResult> {
    await this.ready;
    if (this.#status !== 'ready') return { ok: false, problems: [] };
    const engine = await this.#engine().catch(() => undefined);
    const content = this.#content();
    const findings = engine === undefined ? findMissing(content) : findProblems(engine, content);
    // A warning holds the submit once.
    const isHeld = [...findings].some(
      ([field, { severity, code }]) => severity === 'error' || this.#shownCodes.get(field) !== code,
    );
    this.#isSubmitted = true;
    this.#isConnected = false;
    this.#show(findings);
    if (!isHeld) return { ok: true, request: this.getRequest() };
    const { problems } = this.getState();
    const field = problems.find((problem) => problem.field !== undefined)?.field;
    return { ok: false, ...(field === undefined ? {} : { field }), problems };
  }

  async setAnswer(response: EndpointAnswer | ResponseLike): Promise<void> {
    const edits = this.#edits;
    const answer = await readResponse(response);
    // The answer is about values that have changed since.
    if (edits !== this.#edits) return;
    const problem = problemIn(answer, this.#content(), this.#name);
    this.#isConnected = problem === undefined;
    if (problem === undefined) {
      this.#findings.clear();
      this.#notify();
      return;
    }
    this.#isSubmitted = true;
    const { field = WHOLE_FORM, ...rest } = problem;
    const finding = { ...rest, ...fieldOf(field, this.#content()), isFixable: false };
    this.#show(new Map([...this.#findings, [field, finding]]));
  }
}
