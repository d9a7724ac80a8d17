import '@auth-object/form/element';
import '@auth-object/form/apps/netsuite';
import '@auth-object/form/apps/sftp';
import { send } from './send.js';

const form = document.querySelector('auth-object-form');
const app = document.querySelector('#app');
const shown = document.querySelector('#request');

app.addEventListener('change', () => {
  form.slug = app.value;
  shown.textContent = '';
});

form.addEventListener('auth-object-submit', async ({ detail: request }) => {
  form.busy = true;
  form.setAnswer(await send(request));
  shown.textContent = JSON.stringify(request, null, 2);
});
