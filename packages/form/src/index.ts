/** The state of a credential form, for any framework or none. */
export type { EndpointAnswer, ResponseLike } from './answer.js';
export type { AuthStructure } from './engine.js';
export { type AppFacts, type AuthTypeFacts, addApp, type FieldFacts, type InputKind, type SetFacts } from './facts.js';
export {
  type Choice,
  createForm,
  type FieldState,
  type Form,
  type FormOptions,
  type FormRequest,
  type FormState,
  type Problem,
  type SubmitResult,
} from './form.js';
export type { Words } from './words/words.js';
