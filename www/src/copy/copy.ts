/** Copies text; the button and the status for screen readers report it. */
export async function copyText(button: HTMLButtonElement, text: string): Promise<void> {
  const label = (button.dataset.label ??= button.textContent ?? '');
  const isCopied = await navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
  button.textContent = isCopied ? 'Copied' : 'Not allowed';
  const status = document.getElementById('status');
  if (status) status.textContent = isCopied ? `${label} copied.` : 'The browser does not allow copying here.';
  setTimeout(() => (button.textContent = label), 1500);
}
