import { css } from 'lit';

/** The button that submits, and "More options". */
export const actions = css`
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
`;
