import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { ElementForm } from './ElementForm.js';
import { HookForm } from './HookForm.js';

function App() {
  const [slug, setSlug] = useState('netsuite');
  const [hasOwnControls, setHasOwnControls] = useState(false);
  const Form = hasOwnControls ? HookForm : ElementForm;
  return (
    <>
      <h1>Connect an account</h1>
      <p>
        <label>
          App{' '}
          <select value={slug} onChange={(event) => setSlug(event.target.value)}>
            <option value="netsuite">NetSuite</option>
            <option value="sftp">SFTP</option>
          </select>
        </label>{' '}
        <label>
          <input
            type="checkbox"
            checked={hasOwnControls}
            onChange={(event) => setHasOwnControls(event.target.checked)}
          />{' '}
          With controls of my own
        </label>
      </p>
      <Form key={slug} slug={slug} />
    </>
  );
}

createRoot(document.getElementById('app') as HTMLElement).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
