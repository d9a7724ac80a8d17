/** The page of an app: its live form, and the service's own auth structure for this visit. */
import { type AppFacts, addApp } from '@auth-object/form';
import '@auth-object/form/element';
import { ACCOUNT, API_KEY, printable } from '@auth-object/reference';
import type { AuthStructure } from 'auth-object';
import { BASE_URL } from '../copy/base-url.ts';
import { copyText } from '../copy/copy.ts';
import { COPY_TARGETS } from '../copy/targets.ts';

const facts = JSON.parse(document.getElementById('facts')?.textContent ?? '') as AppFacts;
addApp(facts);
const { slug } = facts;

const structureForm = document.getElementById('structure-form') as HTMLFormElement;
const structureText = document.getElementById('structure') as HTMLTextAreaElement;
const structureStatus = document.getElementById('structure-status') as HTMLElement;
const forget = document.getElementById('structure-forget') as HTMLButtonElement;
structureForm.hidden = false;
watchForm(document.querySelector('auth-object-form') as HTMLElement);
if (sessionStorage.getItem(`auth-structure:${slug}`) !== null) void useKept();

structureForm.addEventListener('submit', (event) => {
  event.preventDefault();
  void takeStructure();
});
forget.addEventListener('click', async () => {
  const { removeLiveApp } = await import('./live-apps.ts');
  removeLiveApp(slug);
  location.reload();
});

async function useKept(): Promise<void> {
  const { registerLiveApps } = await import('./live-apps.ts');
  const kept = registerLiveApps().find(([one]) => one === slug);
  if (kept !== undefined) useStructure(kept[1]);
}

async function takeStructure(): Promise<void> {
  const { addLiveApp } = await import('./live-apps.ts');
  try {
    useStructure(addLiveApp(slug, JSON.parse(structureText.value)));
    structureText.value = '';
  } catch (error) {
    structureStatus.textContent =
      error instanceof SyntaxError
        ? 'This is not valid JSON.'
        : String((error as Error).message).replace(/^registerApp: /, '');
  }
}

/** Replaces the form by one with the service's own fields. */
function useStructure(structure: AuthStructure): void {
  const old = document.querySelector('auth-object-form') as HTMLElement;
  const form = document.createElement('auth-object-form') as HTMLElement & { slug: string; schemas: object };
  form.slug = slug;
  form.schemas = { [slug]: structure };
  old.replaceWith(form);
  watchForm(form);
  const tag = document.getElementById('sure-tag') as HTMLElement;
  tag.className = 'tag sure';
  tag.textContent = 'Certain for this visit';
  structureStatus.textContent = 'The form above and the Check page use it until you close this tab.';
  forget.hidden = false;
}

function watchForm(form: HTMLElement): void {
  form.addEventListener('auth-object-submit', (event) => {
    event.preventDefault();
    void displayRequest((event as CustomEvent).detail);
  });
  form.addEventListener('auth-object-change', () => {
    (document.getElementById('form-result') as HTMLElement).hidden = true;
  });
}

async function displayRequest(request: { slug: string; auth_object: Record<string, unknown> }): Promise<void> {
  const { checkAuthObject } = await import('auth-object');
  const { response } = checkAuthObject(request.slug, request.auth_object);
  const parts = { baseUrl: BASE_URL, apiKey: API_KEY, account: ACCOUNT, slug, authObject: request.auth_object };
  (document.getElementById('form-verdict') as HTMLElement).textContent = `${response.status} Accepted`;
  (document.getElementById('form-answer') as HTMLElement).textContent = printable(JSON.stringify(response.body));
  const bar = document.getElementById('form-copy') as HTMLElement;
  bar.replaceChildren(
    ...COPY_TARGETS.map(({ label, write }) => {
      const button = Object.assign(document.createElement('button'), {
        type: 'button',
        className: 'button small-button',
      });
      button.textContent = `Copy ${label}`;
      button.addEventListener('click', () => void copyText(button, write(parts)));
      return button;
    }),
  );
  (document.getElementById('form-result') as HTMLElement).hidden = false;
}
