/** Every `<button data-copy="ID">` copies the text of the element with that id. */
import { copyText } from './copy.ts';

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
  button.addEventListener('click', () => {
    const source = document.getElementById(button.dataset.copy ?? '');
    if (source) void copyText(button, source.textContent ?? '');
  });
}
