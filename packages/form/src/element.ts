/** `@auth-object/form/element`: importing this module defines `<auth-object-form>`. */
import { AuthObjectFormElement, type ChangeDetail } from './element/auth-object-form.ts';
import type { FormRequest } from './form/api.ts';

export { AuthObjectFormElement, type ChangeDetail };

if (!customElements.get('auth-object-form')) customElements.define('auth-object-form', AuthObjectFormElement);

declare global {
  interface HTMLElementTagNameMap {
    'auth-object-form': AuthObjectFormElement;
  }
  interface HTMLElementEventMap {
    'auth-object-change': CustomEvent<ChangeDetail>;
    'auth-object-submit': CustomEvent<FormRequest>;
  }
}
