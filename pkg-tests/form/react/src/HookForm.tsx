import '@auth-object/form/apps/netsuite';
import '@auth-object/form/apps/sftp';
import type { Choice, FieldState, FormRequest } from '@auth-object/form';
import { type AuthObjectForm, useAuthObjectForm } from '@auth-object/form/react';
import { type SubmitEvent, useState } from 'react';
import { send } from './send.js';

/** The same form with controls of your own. */
export function HookForm({ slug }: { slug: string }) {
  const form = useAuthObjectForm({ slug });
  const [request, setRequest] = useState<FormRequest>();

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const element = event.currentTarget;
    const result = await form.submit();
    if (result.ok) {
      await form.setAnswer(await send(result.request));
      setRequest(result.request);
    } else if (result.field) {
      element.querySelector<HTMLElement>(`[name="${result.field}"]`)?.focus();
    }
  }

  // A problem of no single field, such as an answer of the endpoint that names none.
  const problem = form.problems.find(({ field }) => field === undefined);
  return (
    <form noValidate onSubmit={submit}>
      {problem && <p role="alert">{problem.text}</p>}
      <Choices legend={form.words.authType} choices={form.authTypes} chosen={form.authType} choose={form.setAuthType} />
      <Choices legend={form.words.set} choices={form.sets} chosen={form.set} choose={form.setSet} />
      {form.fields.map((field) => (
        <Field key={field.name} field={field} form={form} />
      ))}
      <button type="submit">{form.canSubmitAnyway ? form.words.submitAnyway : form.words.submit(form.brand)}</button>
      <output>{form.isConnected && form.words.connected(form.brand)}</output>
      {request && <pre id="request">{JSON.stringify(request, null, 2)}</pre>}
    </form>
  );
}

interface ChoicesProps {
  legend: string;
  choices: readonly Choice[];
  chosen: string;
  choose: (id: string) => void;
}

function Choices({ legend, choices, chosen, choose }: ChoicesProps) {
  if (choices.length === 0) return null;
  return (
    <fieldset>
      <legend>{legend}</legend>
      {choices.map(({ id, title }) => (
        <label key={id}>
          <input type="radio" name={legend} checked={id === chosen} onChange={() => choose(id)} />
          {title}
        </label>
      ))}
    </fieldset>
  );
}

function Field({ field, form }: { field: FieldState; form: AuthObjectForm }) {
  const { name, label, problem } = field;
  const control = {
    id: name,
    name,
    value: field.value,
    'aria-invalid': problem?.severity === 'error',
    'aria-describedby': `${name}-problem`,
    onChange: (event: { target: { value: string } }) => form.setValue(name, event.target.value),
    onBlur: () => form.leave(name),
  };
  return (
    <p>
      <label htmlFor={name}>
        {label} {!field.required && !field.isOneOf && `(${form.words.optional})`}
      </label>
      <br />
      {field.input === 'textarea' ? (
        <textarea rows={5} autoComplete="off" spellCheck={false} {...control} />
      ) : field.input === 'select' ? (
        <select {...control}>
          <option value="">{form.words.choose}</option>
          {field.options?.map((option) => (
            <option key={option}>{option}</option>
          ))}
        </select>
      ) : (
        <>
          {field.prefix}
          <input
            type={field.secret ? 'password' : 'text'}
            autoComplete={field.secret ? 'new-password' : 'off'}
            {...control}
          />
          {field.suffix}
        </>
      )}
      <span id={`${name}-problem`}>
        {problem?.text}
        {problem?.isFixable && (
          <button type="button" onClick={() => form.applyFix(name)}>
            {form.words.fix} {label}
          </button>
        )}
      </span>
    </p>
  );
}
