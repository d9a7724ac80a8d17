// The same with both entries. Each imports its own .wasm file.
import { answers } from './common/answers.js';
import { rows } from './common/rows.js';

export default {
  fetch() {
    return Response.json({ ...answers(), rows: rows() });
  },
};
