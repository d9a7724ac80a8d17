/** Starts a form: a `FormModel` behind the public interface. */
import type { Form, FormOptions } from './api.ts';
import { FormModel } from './model.ts';

/**
 * A credential form for an app. It needs no framework and no DOM.
 *
 * @example
 * ```ts
 * const form = createForm({ slug: 'netsuite' });
 * form.setValue('account_id', '1234567');
 * const result = await form.submit();
 * if (result.ok) await send(result.request);
 * ```
 */
export function createForm(options: FormOptions): Form {
  const model = new FormModel(options);
  // Functions that work without `this`, so that a component can destructure the form.
  return {
    ready: model.ready,
    getState: () => model.getState(),
    subscribe: (listener) => model.subscribe(listener),
    setAuthType: (id) => model.setAuthType(id),
    setSet: (id) => model.setSet(id),
    setValue: (field, value) => model.setValues({ [field]: value }),
    setValues: (values) => model.setValues(values),
    leave: (field) => model.leave(field),
    applyFix: (field) => model.applyFix(field),
    submit: () => model.submit(),
    getRequest: () => model.getRequest(),
    setAnswer: (answer) => model.setAnswer(answer),
    reset: () => model.reset(),
  };
}
