import { css } from 'lit';

/** Labels, hints, and text for screen readers only. */
export const text = css`
  * {
    box-sizing: border-box;
  }
  form {
    position: relative;
    display: block;
    margin: 0;
    overflow-wrap: anywhere;
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
  .docs {
    margin-block-end: 1rem;
  }
  .hint bdi {
    font-family: var(--auth-object-mono, ui-monospace, SFMono-Regular, Menlo, Consolas, monospace);
    font-size: 0.95em;
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
`;
