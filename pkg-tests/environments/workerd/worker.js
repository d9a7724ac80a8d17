// Workers forbid compiling WebAssembly from bytes; the package's entry for them imports its .wasm file.
import { answers } from './common/answers.js';

export default {
  fetch() {
    return Response.json(answers());
  },
};
