/** `@auth-object/form`: the state of a credential form, for any framework or none. */
export {
  type AppFacts,
  type AuthTypeFacts,
  addApp,
  type FieldFacts,
  type InputKind,
  type SetFacts,
} from './app/facts.ts';
export type {
  Choice,
  EndpointAnswer,
  FieldState,
  Form,
  FormOptions,
  FormRequest,
  FormState,
  Problem,
  ResponseLike,
  SubmitResult,
} from './form/api.ts';
export { createForm } from './form/create-form.ts';
export type { AuthStructure } from './library/engine.ts';
export type { Words } from './words/words.ts';
