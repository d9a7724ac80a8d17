import { css } from 'lit';

/** Radio buttons, inputs, selects and text areas. */
export const controls = css`
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    margin-block-start: 0.375rem;
  }
  .choice {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    min-block-size: 2.5rem;
    padding: 0.25rem 0.875rem 0.25rem 0.75rem;
    padding-inline: 0.75rem 0.875rem;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    cursor: pointer;
  }
  .choice:hover {
    border-color: var(--_border);
  }
  .choice:has(:checked) {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }
  .choice:has(:focus-visible) {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .choice input {
    margin: 0;
    inline-size: 1rem;
    block-size: 1rem;
    accent-color: var(--_accent);
    outline: none;
  }
  .base {
    position: relative;
    display: flex;
    align-items: stretch;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    overflow: hidden;
  }
  .base:focus-within {
    border-color: var(--_accent);
    outline: 2px solid var(--_accent);
    outline-offset: 0;
  }
  .base:has(button:focus-visible) {
    outline: none;
    border-color: var(--_border);
  }
  .base.tall {
    flex-direction: column;
  }
  .base.drop {
    border-style: dashed;
    border-color: var(--_accent);
    background: var(--_subtle);
  }
  .field.error .base {
    border-color: var(--_danger);
  }
  .field.error .base:focus-within {
    outline-color: var(--_danger);
  }
  .control {
    flex: 1;
    inline-size: 100%;
    min-inline-size: 0;
    min-block-size: 2.5rem;
    padding: 0.375rem 0.75rem;
    border: 0;
    border-radius: 0;
    margin: 0;
    background: transparent;
    color: inherit;
    font: inherit;
    outline: none;
  }
  select.control {
    background: var(--_surface);
  }
  .base.affixed {
    flex-wrap: wrap;
    background: var(--_subtle);
  }
  .base.affixed .control {
    flex-basis: 9rem;
    padding-inline: 0.5rem;
    background: var(--_surface);
  }
  :host(:dir(rtl)) .base:not(.affixed) .control {
    text-align: right;
  }
  textarea.control {
    display: block;
    min-block-size: 7.5rem;
    resize: vertical;
    font-family: var(--auth-object-mono, ui-monospace, SFMono-Regular, Menlo, Consolas, monospace);
    font-size: 0.875em;
    line-height: 1.45;
    white-space: pre;
    overflow: auto;
  }
  textarea.masked {
    -webkit-text-security: disc;
  }
  textarea.veiled {
    color: transparent;
    caret-color: var(--_text);
  }
  textarea.veiled::selection {
    color: transparent;
  }
  .affix {
    display: flex;
    align-items: center;
    min-block-size: 2.25rem;
    padding-inline: 0.75rem;
    background: var(--_subtle);
    color: var(--_muted);
    font-size: 0.9375em;
    white-space: nowrap;
  }
  .start {
    border-inline-end: 1px solid var(--_line);
  }
  .end {
    border-inline-start: 1px solid var(--_line);
  }
  button {
    font: inherit;
    cursor: pointer;
  }
  .quiet {
    border: 0;
    padding: 0 0.75rem;
    background: transparent;
    color: var(--_accent);
    font-size: 0.875em;
    font-weight: 600;
  }
  .quiet:hover {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .quiet:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: -3px;
    border-radius: var(--_radius);
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 0.25rem;
    min-block-size: 2.25rem;
    padding-inline-start: 0.75rem;
    border-block-start: 1px solid var(--_line);
    background: var(--_subtle);
    color: var(--_muted);
    font-size: 0.875em;
  }
  .tools .quiet {
    font-size: 1em;
    min-block-size: 2.25rem;
    line-height: 2.25rem;
  }
  .tools span {
    flex: 1;
    min-inline-size: 12em;
  }
  @media (forced-colors: active) {
    .choice:has(:checked) {
      outline: 2px solid Highlight;
    }
  }
`;
