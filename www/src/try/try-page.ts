/** The Try page: reads the call as Check does, and sends it to the endpoint in the page. */
import { printable, printableLines } from '@auth-object/reference';
import { html, render, type TemplateResult } from 'lit';
import { registerLiveApps } from '../catalog/live-apps.ts';
import type { CodeEditorElement } from '../editor/code-editor.ts';
import '../editor/code-editor.ts';
import { shownName } from '../site/shown-name.ts';
import { LocalEndpoint, type Settings, UnsendableError } from './local-endpoint.ts';
import { PRESETS } from './presets.ts';

/** Reads the call; loads with the editor, once the page is ready. */
const loadReader = () => import('../paste/read.ts');

const editor = document.querySelector('code-editor') as CodeEditorElement;
const part = (id: string) => document.getElementById(id) as HTMLElement;
const select = (id: string) => document.getElementById(id) as HTMLSelectElement;
registerLiveApps();
let endpoint = new LocalEndpoint(settings());

function settings(): Settings {
  return { linkedAccounts: select('try-accounts').value === 'any' ? 'any' : 'known', fault: select('try-fault').value };
}

part('send').addEventListener('click', () => void send());
select('try-preset').addEventListener('change', () => (editor.value = PRESETS[select('try-preset').value] ?? ''));
for (const id of ['try-accounts', 'try-fault']) part(id).addEventListener('change', () => endpoint.use(settings()));
part('try-reset').addEventListener('click', () => {
  endpoint = new LocalEndpoint(settings());
  show(part('try-answer'), html`<p class="empty">Press Send. The answer appears here.</p>`);
  void start();
});

async function start(): Promise<void> {
  if (select('try-fault').value === '') await endpoint.start();
  await showState();
}

async function send(): Promise<void> {
  const { readPaste } = await loadReader();
  const pasted = await readPaste(editor.value);
  if (pasted.kind !== 'request' || pasted.format === 'json' || pasted.format === 'client') {
    const message = pasted.kind === 'unreadable' ? pasted.message : 'Write a curl, fetch or axios call.';
    show(
      part('try-answer'),
      html`<div class="verdict verdict-error"><p class="verdict-title">Cannot send this request</p><p>${message}</p></div>`,
    );
    return;
  }
  part('try-note').textContent = 'Waiting for the answer…';
  try {
    const response = await endpoint.send(pasted);
    const text = await response.text();
    show(part('try-answer'), answer(response, text));
  } catch (error) {
    show(
      part('try-answer'),
      html`<div class="verdict verdict-error"><p class="verdict-title">Cannot send this request</p><p>${error instanceof UnsendableError ? error.message : 'The endpoint in this page failed. Press “Start over”.'}</p></div>`,
    );
  }
  part('try-note').textContent = pasted.notes.join(' ');
  await showState();
}

function answer(response: Response, text: string): TemplateResult {
  const retry = response.headers.get('retry-after');
  const isError = !response.ok || text.startsWith('{"error"');
  return html`<div class="verdict ${isError ? 'verdict-error' : 'verdict-ok'}" role="status">
    <p class="verdict-title"><span class="status">${response.status}</span></p>
    ${retry ? html`<p class="try-answer-headers">retry-after: ${retry}</p>` : ''}
    <pre class="answer" tabindex="0" role="group" aria-label="Answer"><code>${printableLines(text)}</code></pre>
  </div>`;
}

async function showState(): Promise<void> {
  const accounts = await endpoint.accounts();
  show(
    part('try-state'),
    accounts.length === 0
      ? html`<p class="empty">No accounts.</p>`
      : html`<table><thead><tr><th>Account</th><th>Environment</th><th>Integrations</th></tr></thead><tbody>
        ${accounts.map(
          ({
            account,
            environment,
            integrations,
          }) => html`<tr><td><code>${printable(account.accountId)}</code></td><td>${environment}</td>
            <td>${integrations.length === 0 ? html`<span class="muted">none</span>` : integrations.map(({ slug, status }) => html`<code>${shownName(slug)}</code> ${status} `)}</td></tr>`,
        )}</tbody></table>`,
  );
  show(
    part('try-log'),
    endpoint.log.length === 0
      ? html`<p class="empty">No requests.</p>`
      : html`<table><thead><tr><th>Status</th><th>Request</th><th>Time</th></tr></thead><tbody>
        ${endpoint.log.map(
          ({ status, method, path, ms, slug, fault }) =>
            html`<tr><td><code>${status}</code></td><td><code>${printable(method)} ${printable(path)}</code> ${slug === undefined ? '' : shownName(slug)} ${fault ? html`<span class="tag">fault</span>` : ''}</td><td>${ms} ms</td></tr>`,
        )}</tbody></table>`,
  );
}

/** Removes what the build rendered. */
function show(target: HTMLElement, template: TemplateResult): void {
  if (!('_$litPart$' in target)) target.replaceChildren();
  render(template, target);
}

const loadRest = () => void Promise.all([editor.upgrade(), loadReader()]);
if ('requestIdleCallback' in globalThis) requestIdleCallback(loadRest, { timeout: 2000 });
else loadRest();
await start();
document.documentElement.dataset.ready = '';
