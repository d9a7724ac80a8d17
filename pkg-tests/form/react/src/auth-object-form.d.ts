import type { FormRequest } from '@auth-object/form';
import type { AuthObjectFormElement } from '@auth-object/form/element';
import type { ClassAttributes } from 'react';

type Properties = Partial<
  Pick<AuthObjectFormElement, 'authType' | 'busy' | 'disabled' | 'locale' | 'name' | 'schemas' | 'values' | 'words'>
>;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      /** React 19 sets properties, and listens to any event after `on`. */
      'auth-object-form': ClassAttributes<AuthObjectFormElement> &
        Properties & {
          slug: string;
          'onauth-object-submit'?: (
            event: CustomEvent<FormRequest> & { readonly currentTarget: AuthObjectFormElement },
          ) => void;
        };
    }
  }
}
