/** One field of the form, as a Lit template. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { FieldState, FormState } from '../state.js';

/** What a field asks of the element. */
export interface FieldHost {
  readonly isDisabled: boolean;
  /** Whether the value of a secret is visible. */
  isVisible(field: string): boolean;
  toggle(field: FieldState): void;
  /** What is wrong with the file that was chosen for a field. */
  fileProblem(field: string): string | undefined;
  takeFile(field: FieldState, file: File | null | undefined): void;
  input(field: string, value: string): void;
  leave(field: string): void;
  fix(field: FieldState): void;
}

/** Browsers that cannot mask a text area get one with transparent text instead. */
const canMask = typeof CSS !== 'undefined' && CSS.supports('-webkit-text-security', 'disc');

export function renderField(host: FieldHost, field: FieldState, state: FormState): TemplateResult {
  const { words } = state;
  const fileProblem = host.fileProblem(field.name);
  const problem = fileProblem === undefined ? field.problem : undefined;
  const severity = fileProblem === undefined ? (problem?.severity ?? '') : 'error';
  const id = `field-${field.name}`;
  const affixes = [field.prefix && `${id}-start`, field.suffix && `${id}-end`];
  const hasHint = field.example !== undefined || field.help !== undefined || field.docs !== undefined;
  const described = [hasHint && `${id}-hint`, ...affixes, `${id}-problem`].filter(Boolean).join(' ');
  const isOptional = !field.required && !field.isOneOf;
  return html`
    <div class="field ${severity}" part="field">
      <label class="label" part="label" id="${id}-label" for=${id}
        >${field.label}${isOptional ? html` <span class="optional">(${words.optional})</span>` : nothing}</label
      >
      ${hasHint ? renderHint(field, id, state) : nothing} ${renderControl(host, field, state, id, described, severity)}
      <div class="problem ${severity}" part="problem" id="${id}-problem">
        ${
          severity === ''
            ? nothing
            : html`<span class="vh">${severity === 'error' ? words.error : words.warning}: </span>${fileProblem ?? problem?.text}`
        }
        ${
          problem?.isFixable
            ? html`<button class="fix" part="fix" type="button" ?disabled=${host.isDisabled} @click=${() => host.fix(field)}>
                ${words.fix}<span class="vh"> ${field.label}</span>
              </button>`
            : nothing
        }
        ${problem?.quote === undefined ? nothing : html`<span class="said">${words.answered} <q>${problem.quote}</q></span>`}
      </div>
    </div>
  `;
}

function renderHint({ example, help, docs, label }: FieldState, id: string, { words }: FormState): TemplateResult {
  const [before, after] = words.example('\0').split('\0');
  return html`<p class="hint" part="hint" id="${id}-hint">${help === undefined ? nothing : html`<span>${help}</span>`}${
    example === undefined ? nothing : html`<span>${before}<bdi>${example}</bdi>${after}</span>`
  }${
    docs === undefined
      ? nothing
      : html`<a href=${docs} target="_blank" rel="noopener noreferrer">${words.docs}<span class="vh"> (${label})</span></a>`
  }</p>`;
}

function renderControl(
  host: FieldHost,
  field: FieldState,
  state: FormState,
  id: string,
  described: string,
  severity: string,
): TemplateResult {
  if (field.input === 'textarea') return renderKey(host, field, state, id, described, severity);
  if (field.input === 'select') return renderSelect(host, field, state, id, described, severity);
  const isHidden = field.secret === true && !host.isVisible(field.name);
  const affix = (side: 'start' | 'end', text: string | undefined) =>
    text === undefined ? nothing : html`<span class="affix ${side}" part=${side} id="${id}-${side}">${text}</span>`;
  return html`
    <div class="base ${field.prefix || field.suffix ? 'affixed' : ''}" part="base" dir=${field.prefix || field.suffix ? 'ltr' : nothing}>
      ${affix('start', field.prefix)}
      <input
        class="control"
        part="input"
        id=${id}
        name=${field.name}
        type=${isHidden ? 'password' : 'text'}
        inputmode=${field.input === 'url' || field.input === 'email' ? field.input : nothing}
        autocomplete=${field.secret ? 'new-password' : 'off'}
        autocapitalize="none"
        autocorrect="off"
        spellcheck="false"
        translate="no"
        dir="ltr"
        data-1p-ignore
        data-lpignore="true"
        data-bwignore
        data-form-type="other"
        data-protonpass-ignore="true"
        .value=${live(field.value)}
        ?disabled=${host.isDisabled}
        aria-required=${field.required}
        aria-invalid=${severity === 'error'}
        aria-describedby=${described}
        @input=${(event: Event) => host.input(field.name, (event.target as HTMLInputElement).value)}
        @blur=${() => host.leave(field.name)}
      />
      ${affix('end', field.suffix)} ${field.secret ? renderToggle(host, field, state, id) : nothing}
    </div>
  `;
}

function renderToggle(host: FieldHost, field: FieldState, { words }: FormState, id: string): TemplateResult {
  return html`<button class="quiet" part="toggle" type="button" aria-controls=${id} ?disabled=${host.isDisabled} @click=${() => host.toggle(field)}>
    ${host.isVisible(field.name) ? words.hide : words.show}<span class="vh"> ${field.label}</span>
  </button>`;
}

function renderSelect(
  host: FieldHost,
  field: FieldState,
  { words }: FormState,
  id: string,
  described: string,
  severity: string,
): TemplateResult {
  return html`<div class="base" part="base">
    <select
      class="control"
      part="input"
      id=${id}
      name=${field.name}
      autocomplete="off"
      .value=${live(field.value)}
      ?disabled=${host.isDisabled}
      aria-required=${field.required}
      aria-invalid=${severity === 'error'}
      aria-describedby=${described}
      @change=${(event: Event) => host.input(field.name, (event.target as HTMLSelectElement).value)}
      @blur=${() => host.leave(field.name)}
    >
      <option value="" ?selected=${field.value === ''}>${words.choose}</option>
      ${(field.options ?? []).map((option) => html`<option value=${option} ?selected=${option === field.value}>${option}</option>`)}
    </select>
  </div>`;
}

function renderKey(
  host: FieldHost,
  field: FieldState,
  state: FormState,
  id: string,
  described: string,
  severity: string,
): TemplateResult {
  const { words } = state;
  const isHidden = field.secret === true && !host.isVisible(field.name);
  const mask = !isHidden ? '' : canMask ? 'masked' : 'veiled';
  const drag = (event: DragEvent) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    (event.currentTarget as HTMLElement).classList.toggle('drop', event.type === 'dragover' && !host.isDisabled);
    if (event.type === 'drop' && !host.isDisabled) host.takeFile(field, event.dataTransfer.files[0]);
  };
  const choose = (event: Event) => {
    const input = event.target as HTMLInputElement;
    host.takeFile(field, input.files?.[0]);
    input.value = '';
  };
  // What is masked is not copied either, as in a password field.
  const guard = (event: Event) => isHidden && event.preventDefault();
  return html`
    <div class="base tall" part="base" @dragover=${drag} @dragleave=${drag} @drop=${drag}>
      <textarea
        class="control ${mask}"
        part="input"
        id=${id}
        name=${field.name}
        rows="5"
        autocomplete="off"
        autocapitalize="none"
        autocorrect="off"
        spellcheck="false"
        translate="no"
        dir="ltr"
        wrap="off"
        data-1p-ignore
        data-lpignore="true"
        data-bwignore
        data-form-type="other"
        data-protonpass-ignore="true"
        .value=${live(field.value)}
        ?disabled=${host.isDisabled}
        aria-required=${field.required}
        aria-invalid=${severity === 'error'}
        aria-describedby="${id}-drop ${described}"
        @input=${(event: Event) => host.input(field.name, (event.target as HTMLTextAreaElement).value)}
        @blur=${() => host.leave(field.name)}
        @copy=${guard}
        @cut=${guard}
        @dragstart=${guard}
      ></textarea>
      <div class="tools">
        <span id="${id}-drop">${words.dropFile}</span>
        <input class="vh" tabindex="-1" aria-hidden="true" type="file" id="${id}-file" ?disabled=${host.isDisabled} @change=${choose} />
        <button class="quiet" part="toggle" type="button" ?disabled=${host.isDisabled} @click=${openFile}>
          ${words.chooseFile}<span class="vh"> (${field.label})</span>
        </button>
        ${field.secret ? renderToggle(host, field, state, id) : nothing}
      </div>
    </div>
  `;
}

function openFile(event: Event): void {
  const { parentElement } = event.currentTarget as HTMLElement;
  parentElement?.querySelector<HTMLInputElement>('input[type=file]')?.click();
}
