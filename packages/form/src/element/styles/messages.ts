import { css } from 'lit';

/** Problems at a field, and the boxes above the form. */
export const messages = css`
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
  }
`;
