/** The id of a field's control. In a list of ids, as in `aria-describedby`, a space would end it. */
export function fieldId(name: string): string {
  return `field-${name.replace(/[^\w-]/g, (character) => `~${character.charCodeAt(0)}`)}`;
}
