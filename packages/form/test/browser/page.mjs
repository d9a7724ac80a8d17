// A page with one form: `form.html?slug=sftp&locale=de&dir=rtl&theme=dark&in=form`.
import '@auth-object/form/element';

const asked = new URLSearchParams(location.search);
const slug = asked.get('slug') ?? 'sftp';
if (asked.get('facts') !== 'catalogue') await import(new URL(`apps/${slug}.js`, import.meta.url).href);
document.documentElement.dir = asked.get('dir') ?? 'ltr';
document.documentElement.lang = asked.get('lang') ?? 'en';
document.documentElement.style.colorScheme = asked.get('theme') ?? 'light';

const main = document.querySelector('main');
const element = document.createElement('auth-object-form');
element.slug = slug;
if (asked.has('auth-type')) element.setAttribute('auth-type', asked.get('auth-type'));
if (asked.has('locale')) element.locale = asked.get('locale');
if (asked.has('values')) element.values = JSON.parse(asked.get('values'));

window.events = [];
for (const name of ['auth-object-change', 'auth-object-submit']) {
  element.addEventListener(name, (event) => window.events.push({ name, detail: event.detail }));
}
// Records what other listeners of the page receive.
window.overheard = [];
for (const name of ['input', 'beforeinput', 'change', 'paste', 'auth-object-submit', 'auth-object-change']) {
  document.addEventListener(name, (event) => window.overheard.push([name, event.data, event.detail]));
}

if (main === null) {
  // history.html contains the element.
} else if (asked.get('in') === 'form') {
  const outer = document.createElement('form');
  outer.method = 'post';
  outer.action = '/sent';
  outer.innerHTML =
    '<fieldset><input name="other" value="1" aria-label="Other"></fieldset><button>Save</button> <button type="reset">Reset</button>';
  element.setAttribute('name', 'credentials');
  outer.firstElementChild.append(element);
  main.append(outer);
} else main.append(element);
