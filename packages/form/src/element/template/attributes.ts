/** A Lit directive that sets several attributes at once: templates cannot spread. The names must not change. */
import { noChange } from 'lit';
import { Directive, directive, type ElementPart } from 'lit/directive.js';

type Attributes = Readonly<Record<string, string | boolean>>;

class SetAttributes extends Directive {
  override render(_attributes: Attributes): unknown {
    return noChange;
  }

  override update({ element }: ElementPart, [attributes]: [Attributes]): unknown {
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
    return noChange;
  }
}

export const setAttributes = directive(SetAttributes);
