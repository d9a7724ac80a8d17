/** The state of a credential form, for any framework or none. */
export type { EndpointAnswer, ResponseLike } from './answer.js';
export type { AuthStructure } from './engine.js';
export { type AppFacts, type AuthTypeFacts, addApp, type FieldFacts, type InputKind, type SetFacts } from './facts.js';
export { createForm } from './form.js';
export type {
  Choice,
  FieldState,
  Form,
  FormOptions,
  FormRequest,
  FormState,
  Problem,
  SubmitResult,
} from './state.js';
export type { Words } from './words/words.js';
