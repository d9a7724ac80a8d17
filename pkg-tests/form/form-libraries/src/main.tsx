import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { JsonSchemaForm } from './JsonSchemaForm.js';
import { ReactHookForm } from './ReactHookForm.js';
import { TanStackForm } from './TanStackForm.js';

export interface FormProps {
  /** A real page posts the request to its own server, which knows the API key. */
  send: (slug: string, fields: object) => void;
}

const FORMS = {
  'react-hook-form': ReactHookForm,
  'TanStack Form': TanStackForm,
  'react-jsonschema-form': JsonSchemaForm,
};

function App() {
  const [library, setLibrary] = useState<keyof typeof FORMS>('react-hook-form');
  const [request, setRequest] = useState<object>();
  const Form = FORMS[library];
  const choose = (name: keyof typeof FORMS) => {
    setLibrary(name);
    setRequest(undefined);
  };
  return (
    <>
      <h1>Connect an account</h1>
      <fieldset>
        <legend>Form library</legend>
        {(Object.keys(FORMS) as (keyof typeof FORMS)[]).map((name) => (
          <label key={name}>
            <input type="radio" checked={name === library} onChange={() => choose(name)} /> {name}{' '}
          </label>
        ))}
      </fieldset>
      <Form send={(slug, fields) => setRequest({ slug, auth_object: { keybased: fields } })} />
      {request && <pre id="request">{JSON.stringify(request, null, 2)}</pre>}
    </>
  );
}

createRoot(document.getElementById('app') as HTMLElement).render(<App />);
