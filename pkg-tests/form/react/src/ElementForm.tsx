import '@auth-object/form/element';
import '@auth-object/form/apps/netsuite';
import '@auth-object/form/apps/sftp';
import type { FormRequest } from '@auth-object/form';
import type { AuthObjectFormElement } from '@auth-object/form/element';
import type {} from '@auth-object/form/react';
import { useRef, useState } from 'react';
import { send } from './send.js';

/** The ready-made form. */
export function ElementForm({ slug }: { slug: string }) {
  const form = useRef<AuthObjectFormElement>(null);
  const [busy, setBusy] = useState(false);
  const [request, setRequest] = useState<FormRequest>();

  async function submit(event: CustomEvent<FormRequest>) {
    setBusy(true);
    const answer = await send(event.detail);
    setBusy(false);
    await form.current?.setAnswer(answer);
    setRequest(event.detail);
  }

  return (
    <>
      <auth-object-form ref={form} slug={slug} busy={busy} onauth-object-submit={submit} />
      {request && <pre id="request">{JSON.stringify(request, null, 2)}</pre>}
    </>
  );
}
