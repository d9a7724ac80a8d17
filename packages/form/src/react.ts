/** `@auth-object/form/react`: the state of a credential form as a React hook, and the types of the element in TSX. */
import { type ClassAttributes, useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import type { AuthObjectFormElement } from './element/auth-object-form.ts';
import type { Form, FormOptions, FormRequest, FormState } from './form/api.ts';
import { createForm } from './form/create-form.ts';

/** The state of a form, and its functions. */
export interface AuthObjectForm extends FormState, Omit<Form, 'getState' | 'subscribe'> {}

/**
 * The state and the functions of a credential form. A new form starts if `slug`, `authType` or `locale` changes; the
 * other options are read when a form starts.
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

/** The props of `<auth-object-form>` in TSX. React 19 sets the properties and adds the event listener. */
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
      /** Known to TSX after `import type {} from "@auth-object/form/react"`. */
      'auth-object-form': AuthObjectFormAttributes;
    }
  }
}
