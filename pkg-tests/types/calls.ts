// The parameters and the results of the functions.
import {
  type AuthObject,
  app,
  apps,
  checkAuthObject,
  checkRequest,
  type FormOptions,
  type InputField,
  init,
  inputFields,
  jsonSchema,
  redact,
  registerApp,
  repair,
  standardSchema,
} from 'auth-object';
import { type CheckedRow, checkRows, RowChecker, type RowsReport } from 'auth-object/rows';

checkAuthObject('netsuite', {});
checkAuthObject('an-app-that-came-later', {});
checkAuthObject('netsuite', {}, { shape: 'typed', trust: 'documented', hints: false, now: 0 });
// @ts-expect-error an unknown shape
checkAuthObject('netsuite', {}, { shape: 'nested' });
// @ts-expect-error an unknown option
checkAuthObject('netsuite', {}, { hint: true });
// @ts-expect-error a form has no headers
checkAuthObject('netsuite', {}, { apiKeys: ['tk-fake'] });
// @ts-expect-error and no linked account
checkAuthObject('netsuite', {}, { linkedAccounts: ['account:12345'] });
const formOptions: FormOptions = { customApps: ['mine'], integrations: new Set(['slack']), verification: 'accepted' };
checkAuthObject('netsuite', {}, { ...formOptions, environment: 'test', requestId: 'mine' });
// @ts-expect-error a slug is a string
checkAuthObject(1, {});

checkRequest({ headers: [['x-api-key', 'tk-fake']], body: new Uint8Array() });
checkRequest({ headers: new Map([['x-api-key', 'tk-fake']]), slug: 'netsuite', body: {} });
checkRequest({ headers: { 'x-api-key': ['tk-fake'], 'content-length': 2, other: undefined }, body: '{}' });
checkRequest(
  { body: null },
  {
    apiKeys: ['tk-fake'],
    linkedAccounts: new Set(['account:12345']),
    integrations: { has: (slug: string) => slug === 'slack' },
    verification: { rejected: 'fake reason' },
    environment: 'production',
  },
);
// @ts-expect-error an unknown environment
checkRequest({ body: null }, { environment: 'staging' });
// @ts-expect-error headers are not a string
checkRequest({ headers: 'x-api-key: tk-fake', body: null });

const count: number = apps().length;
const name: string = app('netsuite').name;
const brand: string = app('netsuite').brand;
const perhaps: string | undefined = app('an-app-that-came-later')?.name;
// @ts-expect-error undefined if the app is unknown
app('an-app-that-came-later').name;
const fields: InputField[] = inputFields('netsuite', 'keybased');
const schema: Record<string, unknown> = jsonSchema('netsuite');
registerApp('fake-app', { keybased: { api_key: 'string', region: { type: 'string', required: false } } });

const total: number = checkRows('', {
  fallback: 'csv',
  encoding: 'windows-1252',
  limits: { requestBytes: 1024 },
}).total;
checkRows(['{}', new Uint8Array()], { list: 'hinted', repair: true });
// @ts-expect-error an unknown format
checkRows('', { format: 'xml' });
// @ts-expect-error rows have no headers
checkRows('', { apiKeys: ['tk-fake'] });
const rows = new RowChecker({ linkedAccounts: ['account:12345'] });
const line: number | undefined = rows.push(new Uint8Array())[0]?.line;
const report: RowsReport = rows.end();
const accepted: number = report.accepted;
const unconfirmed: number = report.byApp.slack?.likely ?? 0;
export function helpOf(row: CheckedRow): string {
  if (row.ok) return row.hints[0]?.help ?? '';
  const [issue] = row.issues;
  if (issue.reason === 'too_many_cells') return `${issue.cells} of ${issue.columns}`;
  return issue.reason === 'not_json' ? `${issue.line}` : issue.help;
}
if (report.unreadable?.reason === 'same_column') console.log(report.unreadable.first);

const request = { headers: {}, body: { slug: 'slack', auth_object: {} } };
const repaired: typeof request = repair(request, checkRequest(request).hints);
redact(request);

const started: Promise<void> = init();

/** A form library infers the type of an app's values. */
type Values = NonNullable<(typeof standard)['~standard']['types']>['output'];
const standard = standardSchema('copper');
export const values: Values = { keybased: { api_token: 'fake-1', email: 'fake@example.com' } };
export const same: AuthObject<'copper'> = values;
// @ts-expect-error a misspelt field
export const wrong: Values = { keybased: { api_tokn: 'fake-1', email: 'fake@example.com' } };

export { accepted, brand, count, fields, line, name, perhaps, repaired, schema, started, total, unconfirmed };
