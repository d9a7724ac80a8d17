import '@auth-object/form/apps/sftp';
import { jsonSchema, uiSchema } from '@auth-object/form/json-schema';
import Form from '@rjsf/core';
import validator from '@rjsf/validator-ajv8';

const schema = jsonSchema('sftp', 'keybased', '7');
const ui = uiSchema('sftp', 'keybased');

export function JsonSchemaForm({ send }: { send: (fields: object) => void }) {
  return (
    <Form
      schema={schema}
      uiSchema={ui}
      validator={validator}
      noHtml5Validate
      showErrorList={false}
      onSubmit={({ formData }) => send(formData)}
    />
  );
}
