'use client';
// Checks the requests while it is rendered on the server, and again in the browser.
import { useEffect } from 'react';
import { answers } from '../common/answers.js';
import { base64 } from './base64.js';

export function Client() {
  const text = JSON.stringify(answers());
  useEffect(() => {
    globalThis.__result = text;
  });
  return (
    <pre id="client" suppressHydrationWarning>
      {base64(text)}
    </pre>
  );
}
