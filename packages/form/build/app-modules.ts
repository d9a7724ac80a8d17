/**
 * A Rolldown plugin that writes one module for each app of schemas/: `@auth-object/form/apps/SLUG`. The modules hold
 * data only and share one declaration file; as entries they would each get their own.
 */
import { deriveApp } from '../src/app/derive.ts';
import { readSchemas } from './schema-file.ts';

const TYPES = `import type { AppFacts } from '../index.js';
/** What a form knows about the app. */
declare const app: AppFacts;
export default app;
`;

interface EmitsFiles {
  emitFile(file: { type: 'asset'; fileName: string; source: string }): unknown;
}

export function appModules() {
  return {
    name: 'app-modules',
    generateBundle(this: EmitsFiles) {
      const emit = (fileName: string, source: string) => this.emitFile({ type: 'asset', fileName, source });
      emit('apps/app.d.ts', TYPES);
      for (const schema of readSchemas()) {
        const facts = JSON.stringify(deriveApp(schema));
        emit(`apps/${schema.slug}.js`, `import { addApp } from '../index.js';\nexport default addApp(${facts});\n`);
      }
    },
  };
}
