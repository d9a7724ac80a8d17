import '@auth-object/form/element';
import '@auth-object/form/apps/netsuite';
import '@auth-object/form/apps/sftp';
import { useAuthObjectForm } from '@auth-object/form/react';
import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import { useForm as useTanStackForm } from '@tanstack/react-form';
import { standardSchema } from 'auth-object';
import { useRef } from 'react';
import { createRoot } from 'react-dom/client';
import { useForm } from 'react-hook-form';
import { send } from '../send.js';

/** The element: React 19 passes properties and takes events of any name. */
function Element() {
  const form = useRef(null);
  return (
    <auth-object-form
      ref={form}
      slug="netsuite"
      onauth-object-submit={async ({ detail }) => form.current.setAnswer(await send(detail))}
    />
  );
}

/** The hook, with controls of your own. */
function Hook() {
  const form = useAuthObjectForm({ slug: 'sftp' });
  const submit = async (event) => {
    event.preventDefault();
    const result = await form.submit();
    if (result.ok) form.setAnswer(await send(result.request));
  };
  return (
    <form noValidate onSubmit={submit} data-sample="hook">
      <h2>SFTP, by the hook</h2>
      {form.fields.map((field) => (
        <p key={field.name}>
          <label htmlFor={field.name}>{field.label}</label>{' '}
          <input
            id={field.name}
            type={field.secret ? 'password' : 'text'}
            autoComplete={field.secret ? 'new-password' : 'off'}
            value={field.value}
            aria-invalid={field.problem?.severity === 'error'}
            aria-describedby={`${field.name}-problem`}
            onChange={(event) => form.setValue(field.name, event.target.value)}
            onBlur={() => form.leave(field.name)}
          />
          <span id={`${field.name}-problem`}>
            {field.problem?.text}
            {field.problem?.isFixable && (
              <button type="button" onClick={() => form.applyFix(field.name)}>
                {form.words.fix} {field.label}
              </button>
            )}
          </span>
        </p>
      ))}
      <button type="submit">{form.canSubmitAnyway ? form.words.submitAnyway : form.words.submit(form.brand)}</button>
      {form.isConnected && <output>{form.words.connected(form.brand)}</output>}
    </form>
  );
}

const copper = standardSchema('copper', 'keybased');

/** react-hook-form by Standard Schema. */
function ReactHookForm() {
  const { register, handleSubmit, formState } = useForm({
    resolver: standardSchemaResolver(copper),
    defaultValues: { api_token: '', email: '' },
  });
  return (
    <form noValidate onSubmit={handleSubmit(send)} data-sample="react-hook-form">
      <h2>Copper, by react-hook-form</h2>
      {['api_token', 'email'].map((name) => (
        <p key={name}>
          <input aria-label={name} {...register(name)} />
          <span role="alert">{formState.errors[name]?.message}</span>
        </p>
      ))}
      <button type="submit">Connect Copper</button>
    </form>
  );
}

/** TanStack Form by Standard Schema. */
function TanStackForm() {
  const form = useTanStackForm({
    defaultValues: { api_token: '', email: '' },
    validators: { onSubmit: copper },
    onSubmit: ({ value }) => send(value),
  });
  const submit = (event) => {
    event.preventDefault();
    form.handleSubmit();
  };
  return (
    <form noValidate onSubmit={submit} data-sample="tanstack">
      <h2>Copper, by TanStack Form</h2>
      {['api_token', 'email'].map((name) => (
        <form.Field key={name} name={name}>
          {(field) => (
            <p>
              <input
                aria-label={name}
                value={field.state.value}
                onChange={(event) => field.handleChange(event.target.value)}
              />
              <span role="alert">{field.state.meta.errors[0]?.message}</span>
            </p>
          )}
        </form.Field>
      ))}
      <button type="submit">Connect Copper</button>
    </form>
  );
}

createRoot(document.getElementById('app')).render(
  <>
    <Element />
    <Hook />
    <ReactHookForm />
    <TanStackForm />
  </>,
);
