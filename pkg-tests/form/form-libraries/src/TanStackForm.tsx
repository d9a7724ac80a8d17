import { useForm } from '@tanstack/react-form';
import { standardSchema } from 'auth-object';
import { EMPTY, FIELDS } from './fields.js';
import type { FormProps } from './main.js';

const mysql = standardSchema('mysql', 'keybased');

export function TanStackForm({ send }: FormProps) {
  const form = useForm({
    defaultValues: EMPTY,
    validators: { onSubmit: mysql },
    onSubmit: ({ value }) => send('mysql', value),
  });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void form.handleSubmit();
      }}
    >
      {FIELDS.map(({ name, label, type }) => (
        <form.Field key={name} name={name}>
          {({ state, handleChange, handleBlur }) => (
            <p>
              <label>
                {label}{' '}
                <input
                  name={name}
                  type={type}
                  autoComplete="off"
                  aria-describedby={`${name}-problem`}
                  value={state.value}
                  onChange={(event) => handleChange(event.target.value)}
                  onBlur={handleBlur}
                />
              </label>{' '}
              <span id={`${name}-problem`}>{state.meta.errors[0]?.message}</span>
            </p>
          )}
        </form.Field>
      ))}
      <button type="submit">Connect MySQL</button>
    </form>
  );
}
