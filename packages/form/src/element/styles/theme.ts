import { css } from 'lit';

/** Colours, font and size. Pages set the custom properties that start with `--auth-object-`. */
export const theme = css`
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
`;
