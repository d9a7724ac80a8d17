/** What the parts of the element need from the element. */
import type { LitElement } from 'lit';
import type { Form } from '../form/api.ts';

export interface ElementContext {
  readonly element: LitElement & { readonly form: HTMLFormElement | null };
  /** The form behind the element; starts it if needed. */
  getForm(): Form;
  /** The control of a field. */
  getControl(field: string): HTMLElement | null;
  isDisabled(): boolean;
  /** Reports to the page that the form has changed, and in which field. */
  reportChange(field?: string): void;
}
