import '@auth-object/form/apps/sftp';
import { jsonSchema, uiSchema } from '@auth-object/form/json-schema';
import Form from '@rjsf/core';
import validator from '@rjsf/validator-ajv8';
import type { FormProps } from './main.js';

const schema = jsonSchema('sftp', 'keybased', '7');
const ui = uiSchema('sftp', 'keybased');

export function JsonSchemaForm({ send }: FormProps) {
  return (
    <Form
      schema={schema}
      uiSchema={ui}
      validator={validator}
      noHtml5Validate
      showErrorList={false}
      // Without it, the console lists what is wrong.
      onError={() => undefined}
      onSubmit={({ formData }) => send('sftp', formData)}
    />
  );
}
