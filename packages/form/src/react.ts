/** The state of a credential form as a React hook. */
import { type ClassAttributes, useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import type { AuthObjectFormElement } from './element.js';
import { createForm } from './form.js';
import type { Form, FormOptions, FormRequest, FormState } from './state.js';

export interface AuthObjectForm extends FormState, Omit<Form, 'getState' | 'subscribe'> {}

/**
 * A form's state and its functions. A new form starts if `slug`, `authType` or `locale` changes; the other options are
 * read when it starts.
 *
 * @example
 * ```tsx
 * const form = useAuthObjectForm({ slug: 'netsuite' });
 * form.fields.map((field) => <input value={field.value} onChange={(e) => form.setValue(field.name, e.target.value)} />);
 * ```
 */
export function useAuthObjectForm(options: FormOptions): AuthObjectForm {
  const { slug, authType, locale } = options;
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  const form = useMemo(() => createForm({ ...latest.current, slug, authType, locale }), [slug, authType, locale]);
  const state = useSyncExternalStore(form.subscribe, form.getState, form.getState);
  return useMemo(() => ({ ...state, ...form }), [state, form]);
}

/** The attributes of `<auth-object-form>` in TSX. React 19 sets properties, and listens to any event after `on`. */
export type AuthObjectFormAttributes = ClassAttributes<AuthObjectFormElement> &
  Partial<
    Pick<AuthObjectFormElement, 'authType' | 'busy' | 'disabled' | 'locale' | 'name' | 'schemas' | 'values' | 'words'>
  > & {
    slug: string;
    'onauth-object-submit'?: (
      event: CustomEvent<FormRequest> & { readonly currentTarget: AuthObjectFormElement },
    ) => void;
  };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      /** For TSX: `import type {} from "@auth-object/form/react"`. */
      'auth-object-form': AuthObjectFormAttributes;
    }
  }
}
