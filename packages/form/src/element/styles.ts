import { css } from 'lit';

/** The look of the form. Everything that starts with `--auth-object-` may be set from outside. */
export const styles = css`
  :host {
    --_text: var(--auth-object-text, #1b1f24);
    --_muted: var(--auth-object-muted, #59626f);
    --_surface: var(--auth-object-surface, #fff);
    --_subtle: var(--auth-object-subtle, #f5f6f8);
    --_border: var(--auth-object-border, #868e99);
    --_line: var(--auth-object-line, #dfe2e7);
    --_accent: var(--auth-object-accent, #2b57d9);
    --_on-accent: var(--auth-object-on-accent, #fff);
    --_danger: var(--auth-object-danger, #b3261e);
    --_danger-surface: var(--auth-object-danger-surface, #fdf3f2);
    --_warning: var(--auth-object-warning, #7f4b00);
    --_warning-surface: var(--auth-object-warning-surface, #fdf6e9);
    --_success: var(--auth-object-success, #1a6b3c);
    --_success-surface: var(--auth-object-success-surface, #eff8f2);
    --_radius: var(--auth-object-radius, 8px);
    display: block;
    max-inline-size: 34rem;
    color: var(--_text);
    font-family: var(--auth-object-font, inherit);
    font-size: var(--auth-object-font-size, 1rem);
    line-height: 1.5;
    text-align: start;
  }
  :host([hidden]) {
    display: none;
  }
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
  @supports (color: light-dark(#000, #fff)) {
    :host {
      --_text: var(--auth-object-text, light-dark(#1b1f24, #e9ebee));
      --_muted: var(--auth-object-muted, light-dark(#59626f, #a8b0bc));
      --_surface: var(--auth-object-surface, light-dark(#fff, #17191d));
      --_subtle: var(--auth-object-subtle, light-dark(#f5f6f8, #22252b));
      --_border: var(--auth-object-border, light-dark(#868e99, #737b88));
      --_line: var(--auth-object-line, light-dark(#dfe2e7, #363b43));
      --_accent: var(--auth-object-accent, light-dark(#2b57d9, #93b0ff));
      --_on-accent: var(--auth-object-on-accent, light-dark(#fff, #0d1530));
      --_danger: var(--auth-object-danger, light-dark(#b3261e, #ffa39b));
      --_danger-surface: var(--auth-object-danger-surface, light-dark(#fdf3f2, #2e1a1a));
      --_warning: var(--auth-object-warning, light-dark(#7f4b00, #f3c178));
      --_warning-surface: var(--auth-object-warning-surface, light-dark(#fdf6e9, #2b2316));
      --_success: var(--auth-object-success, light-dark(#1a6b3c, #86d6a5));
      --_success-surface: var(--auth-object-success-surface, light-dark(#eff8f2, #16261c));
    }
  }
  * {
    box-sizing: border-box;
  }
  form {
    position: relative;
    display: block;
    margin: 0;
  }
  fieldset {
    margin: 0 0 1.25rem;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  legend,
  .label {
    display: block;
    padding: 0;
    margin-block-end: 0.25rem;
    font-size: 0.9375em;
    font-weight: 600;
  }
  .optional {
    color: var(--_muted);
    font-weight: 400;
  }
  .hint {
    margin: 0 0 0.375rem;
    color: var(--_muted);
    font-size: 0.875em;
  }
  .hint a {
    line-height: 1.5rem;
    color: var(--_accent);
  }
  .hint > * {
    display: inline-block;
    margin-inline-end: 0.75em;
  }
  .one {
    margin-block-end: 0.75rem;
  }
  .hint bdi {
    font-family: var(--auth-object-mono, ui-monospace, SFMono-Regular, Menlo, Consolas, monospace);
    font-size: 0.95em;
  }
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
  .base:has(button:focus-visible, .file:focus-visible) {
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
  .quiet:focus-visible,
  .file:focus-visible + .quiet {
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
  .problem {
    min-block-size: 2rem;
    padding-block: 0.3125rem 0.75rem;
    font-size: 0.875em;
    line-height: 1.4;
  }
  .problem.error {
    color: var(--_danger);
  }
  .problem.warning {
    color: var(--_warning);
  }
  .problem .said {
    display: block;
    margin-block-start: 0.125rem;
    color: var(--_muted);
    overflow-wrap: anywhere;
  }
  .fix {
    margin-inline-start: 0.375rem;
    padding: 0 0.5rem;
    border: 1px solid currentcolor;
    border-radius: calc(var(--_radius) * 0.75);
    background: transparent;
    color: inherit;
    font-size: 1em;
    font-weight: 600;
  }
  .fix:hover {
    background: var(--_warning-surface);
  }
  .fix:focus-visible,
  .submit:focus-visible,
  summary:focus-visible,
  a:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
    border-radius: 4px;
  }
  details {
    margin-block-end: 1.25rem;
  }
  summary {
    inline-size: fit-content;
    padding-block: 0.25rem;
    color: var(--_accent);
    font-size: 0.9375em;
    font-weight: 600;
    cursor: pointer;
  }
  details[open] summary {
    margin-block-end: 0.75rem;
  }
  .box {
    margin-block-end: 1.25rem;
    padding: 0.75rem 1rem;
    border: 1px solid;
    border-inline-start-width: 4px;
    border-radius: var(--_radius);
  }
  .box:focus {
    outline: 2px solid currentcolor;
    outline-offset: 2px;
  }
  .box.error {
    border-color: var(--_danger);
    background: var(--_danger-surface);
    outline-color: var(--_danger);
  }
  .box.warning {
    border-color: var(--_warning);
    background: var(--_warning-surface);
    outline-color: var(--_warning);
  }
  .box.success {
    border-color: var(--_success);
    background: var(--_success-surface);
    color: var(--_success);
    font-weight: 600;
  }
  .box h2 {
    margin: 0;
    font-size: 1em;
    font-weight: 600;
  }
  .box ul {
    margin: 0.25rem 0 0;
    padding: 0;
    list-style: none;
  }
  .box li {
    font-size: 0.9375em;
  }
  .box a {
    display: inline-block;
    padding-block: 0.125rem;
    color: inherit;
    text-underline-offset: 0.2em;
  }
  .box .said {
    display: block;
    color: var(--_muted);
    font-size: 0.9375em;
    overflow-wrap: anywhere;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.75rem;
  }
  .submit {
    min-block-size: 2.625rem;
    padding: 0.375rem 1.25rem;
    border: 0;
    border-radius: var(--_radius);
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
  }
  .submit:hover {
    filter: brightness(1.08);
  }
  .submit[disabled] {
    cursor: default;
    filter: none;
  }
  .submit[disabled],
  fieldset[disabled] {
    opacity: 0.6;
  }
  .spinner {
    display: inline-block;
    inline-size: 0.875em;
    block-size: 0.875em;
    margin-inline-end: 0.5em;
    border: 2px solid currentcolor;
    border-inline-end-color: transparent;
    border-radius: 50%;
    vertical-align: -0.1em;
    animation: spin 0.8s linear infinite;
  }
  @keyframes spin {
    to {
      transform: rotate(1turn);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .spinner {
      animation-duration: 4s;
    }
  }
  .all {
    margin: 0;
  }
  .vh {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    padding: 0;
    border: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (forced-colors: active) {
    .choice:has(:checked) {
      outline: 2px solid Highlight;
    }
  }
`;
