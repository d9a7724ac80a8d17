/** The state of a credential form as a React hook. */
import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { createForm, type Form, type FormOptions, type FormState } from './form.js';

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
