/** The control for a private key: a text area that keeps line breaks and takes a file. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { type ControlProps, renderToggle, typedAttributes } from './control.ts';

/** A browser that cannot mask a text area gets one with transparent text. */
const canMask = typeof CSS !== 'undefined' && CSS.supports('-webkit-text-security', 'disc');

export function renderKeyArea(props: ControlProps): TemplateResult {
  const { id, field, words, actions } = props;
  const { name, label, secret } = field;
  const isMasked = actions.isMasked(field);
  const mask = canMask ? 'masked' : 'veiled';
  const onDrag = (event: DragEvent) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    const isTaken = !actions.isDisabled;
    (event.currentTarget as HTMLElement).classList.toggle('drop', event.type === 'dragover' && isTaken);
    if (event.type === 'drop' && isTaken) void actions.takeFile(field, event.dataTransfer.files[0]);
  };
  const onChoose = (event: Event) => {
    const input = event.target as HTMLInputElement;
    void actions.takeFile(field, input.files?.[0]);
    // The same file can be chosen again.
    input.value = '';
  };
  // As in a password field, a masked value cannot be copied.
  const onCopy = (event: Event) => isMasked && event.preventDefault();
  return html`
    <div class="base tall" part="base" @dragover=${onDrag} @dragleave=${onDrag} @drop=${onDrag}>
      <textarea
        class="control ${isMasked ? mask : ''}"
        part="input"
        ${typedAttributes({ ...props, descriptions: `${id}-drop ${props.descriptions}` })}
        rows="5"
        autocomplete="off"
        wrap="off"
        .value=${live(field.value)}
        ?disabled=${actions.isDisabled}
        @input=${(event: Event) => actions.input(name, (event.target as HTMLTextAreaElement).value)}
        @blur=${() => actions.leave(name)}
        @copy=${onCopy}
        @cut=${onCopy}
        @dragstart=${onCopy}
      ></textarea>
      <div class="tools">
        <span id="${id}-drop">${words.dropFile}</span>
        <input class="vh" tabindex="-1" aria-hidden="true" type="file" id="${id}-file" ?disabled=${actions.isDisabled} @change=${onChoose} />
        <button class="quiet" part="toggle" type="button" ?disabled=${actions.isDisabled} @click=${openFile}>
          ${words.chooseFile}<span class="vh"> (${label})</span>
        </button>
        ${secret ? renderToggle(id, field, words, actions) : nothing}
      </div>
    </div>
  `;
}

function openFile(event: Event): void {
  const { parentElement } = event.currentTarget as HTMLElement;
  parentElement?.querySelector<HTMLInputElement>('input[type=file]')?.click();
}
