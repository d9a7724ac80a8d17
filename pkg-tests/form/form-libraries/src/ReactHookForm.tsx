import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import { standardSchema } from 'auth-object';
import { useForm } from 'react-hook-form';
import { EMPTY, FIELDS } from './fields.js';
import type { FormProps } from './main.js';

const mysql = standardSchema('mysql', 'keybased');

export function ReactHookForm({ send }: FormProps) {
  const { register, handleSubmit, formState } = useForm({
    defaultValues: EMPTY,
    resolver: standardSchemaResolver(mysql),
  });
  return (
    <form noValidate onSubmit={handleSubmit((fields) => send('mysql', fields))}>
      {FIELDS.map(({ name, label, type }) => (
        <p key={name}>
          <label>
            {label} <input type={type} autoComplete="off" aria-describedby={`${name}-problem`} {...register(name)} />
          </label>{' '}
          <span id={`${name}-problem`}>{formState.errors[name]?.message}</span>
        </p>
      ))}
      <button type="submit">Connect MySQL</button>
    </form>
  );
}
