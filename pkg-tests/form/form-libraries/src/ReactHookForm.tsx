import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import { standardSchema } from 'auth-object';
import { useForm } from 'react-hook-form';
import { EMPTY, FIELDS } from './fields.js';

const sftp = standardSchema('sftp', 'keybased');

export function ReactHookForm({ send }: { send: (fields: object) => void }) {
  const { register, handleSubmit, formState } = useForm({
    defaultValues: EMPTY,
    resolver: standardSchemaResolver(sftp),
  });
  return (
    <form noValidate onSubmit={handleSubmit(send)}>
      {FIELDS.map(({ name, label, type }) => (
        <p key={name}>
          <label>
            {label} <input type={type} autoComplete="off" aria-describedby={`${name}-problem`} {...register(name)} />
          </label>{' '}
          <span id={`${name}-problem`}>{formState.errors[name]?.message}</span>
        </p>
      ))}
      <button type="submit">Connect SFTP</button>
    </form>
  );
}
