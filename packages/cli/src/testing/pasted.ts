/** Files as people who move credentials have them, from public bug reports. All values are invented. */

/** Parts of a key, apart so that scanners for secrets do not take them for one. */
const BEGIN = `-----BEGIN PRIVATE ${'KEY'}-----`;
const END = `-----END PRIVATE ${'KEY'}-----`;
const KEY_LINES = ['MIIEvAIBADANBgkqhkiG9w0BAQEFAASCBKYwggSiAgEAAoIBAQDFAKEFAKEFAKE0', 'FAKE'.repeat(16)];
/** A private key as its file has it. */
export const PEM: string = [BEGIN, ...KEY_LINES, END, ''].join('\n');

const HUBSPOT = 'pat-na1-00000001-0000-4000-8000-000000000001';
const HEX = '0123456789abcdef'.repeat(4);
const UUID = '00000001-0000-4000-8000-000000000001';

let account = 0;
const row = (slug: string, auth_object: unknown, more: Readonly<Record<string, unknown>> = {}): string =>
  JSON.stringify({ slug, linked_account_id: `cust-${++account}`, ...more, auth_object });
const rows = (...lines: readonly string[]): string => `${lines.join('\n')}\n`;
const sftp = (pem_key: string) => row('sftp', { keybased: { host: 'sftp.fake.example', username: 'fake', pem_key } });
const ashby = (api_key: string) => row('ashby', { keybased: { api_key } });
const hubspot = (more: Readonly<Record<string, unknown>>) =>
  row('hubspot', { oauth2: { access_token: HUBSPOT } }, more);
const salesforce = (instance_url: string) =>
  row('salesforce', { oauth2: { access_token: '00D000000000001!A.fake', refresh_token: '5A-fake', instance_url } });
const netsuite = (account_id: string) =>
  row('netsuite', {
    keybased: { account_id, consumer_key: HEX, consumer_secret: HEX, token_id: HEX, token_secret: HEX },
  });

/** The names of the files, with their content. */
export const PASTED = {
  'hints.ndjson': rows(
    row('sendgrid', { keybased: { api_key: `SG.${'a'.repeat(22)}.${'b'.repeat(43)}\n` } }),
    row('stripe', { keybased: { api_key: '"sk_live_FAKEFAKEFAKE"' } }),
    ashby('YOUR_API_KEY'),
    row('hubspot', { oauth2: { access_token: `Bearer ${HUBSPOT}` } }),
    ashby('••••••••1234'),
  ),
  'quoted-key.ndjson': rows(
    sftp(`"${PEM.trim()}"`),
    row('snowflake', {
      keybased: { account_id: 'fakeorg-fakeacct', username: 'FAKE', private_key: `'${PEM.trim()}'` },
    }),
  ),
  'putty-key.ndjson': rows(
    sftp(
      'PuTTY-User-Key-File-3: ssh-rsa\nEncryption: none\nComment: fake\nPublic-Lines: 1\nAAAAFAKE\nPrivate-Lines: 1\nAAAAFAKE\nPrivate-MAC: 00\n',
    ),
  ),
  'app-id.ndjson': rows(row('slack', { oauth2: { access_token: 'xoxb-0-FAKEFAKEFAKE', app_id: 'A0FAKE000' } })),
  'api-token.ndjson': rows(
    row('jira', { oauth2: { api_token: 'ATATT3xFfGF0FAKEFAKE', domain: 'fake.atlassian.net' } }),
  ),
  'token-endpoint.ndjson': rows(
    row('ms_dynamics_crm', {
      oauth2: {
        access_token: 'fake-a',
        refresh_token: 'fake-b',
        endpoint: `https://login.microsoftonline.com/${UUID}/oauth2/v2.0/token`,
      },
    }),
  ),
  'copy-null.csv': [
    'slug\tlinked_account_id\tauth_type\taccess_token\trefresh_token',
    'hubspot\tcust-1\toauth2\tfake-a\t\\N',
    'hubspot\t\\N\toauth2\tfake-a\tfake-b',
    'hubspot\tcust-3\toauth2\t\\N\t\\N',
    '',
  ].join('\n'),
  'rounded-account.csv': `slug,linked_account_id,auth_type,access_token
hubspot,1.23457E+11,oauth2,pat-na1-00000001-0000-4000-8000-000000000001
hubspot,1.23457E+11,oauth2,pat-na1-00000001-0000-4000-8000-000000000002
hubspot,"1,23457E+11",oauth2,pat-na1-00000001-0000-4000-8000-000000000003
`,
  'unquoted-key.csv': `slug,linked_account_id,auth_type,host,username,pem_key
sftp,cust-1,keybased,sftp.fake.example,fake,${BEGIN}
${KEY_LINES[0]}
${END}
sftp,cust-2,keybased,sftp.fake.example,fake,fake-key
`,
  'accounts.ndjson': rows(
    hubspot({ linked_account_id: null }),
    hubspot({ linked_account_id: '' }),
    hubspot({ linked_account_id: 12345 }),
    hubspot({ linked_account_id: undefined }),
    hubspot({ linked_account_id: undefined, linkedAccountId: 'cust-1' }),
  ),
  'header-accounts.ndjson': rows(
    hubspot({ linked_account_id: 'Škoda Fake' }),
    hubspot({ linked_account_id: '客户1' }),
    hubspot({ linked_account_id: 'cust\n1' }),
    hubspot({ linked_account_id: ' cust-2 ' }),
  ),
  'jsonb.csv': `slug,linked_account_id,auth_object\nhubspot,cust-1,"{""oauth2"": {""access_token"": ""${HUBSPOT}""}}"\n`,
  'short-rows.csv': `slug,linked_account_id,auth_type,access_token,refresh_token,client_id
hubspot,cust-1,oauth2,pat-na1-00000001-0000-4000-8000-000000000001,,
hubspot,cust-2,oauth2,pat-na1-00000001-0000-4000-8000-000000000002
`,
  'text-marks.csv': `slug,linked_account_id,auth_type,account_id,consumer_key,consumer_secret,token_id,token_secret
netsuite,'000123,keybased,"=""1234567""",${HEX},${HEX},${HEX},${HEX}
`,
  'escaped-key.ndjson': rows(
    sftp(PEM.replaceAll('\n', '\\n')),
    row('netsuite', {
      oauth2: {
        account_id: '1234567_SB1',
        client_id: 'fake',
        certificate_id: 'fake',
        private_key: PEM.replaceAll('\n', '\\n'),
      },
    }),
    row('snowflake', {
      keybased: { account_id: 'fakeorg-fakeacct', username: 'FAKE', private_key: PEM.trim().replaceAll('\n', '\\n') },
    }),
  ),
  'key-on-one-line.ndjson': rows(sftp(PEM.replaceAll('\n', '')), sftp(PEM.trim().replaceAll('\n', ' '))),
  'account-twice.ndjson': rows(
    row('hubspot', { oauth2: { access_token: 'fake-a', refresh_token: 'fake-old' } }, { linked_account_id: 'cust-1' }),
    row('hubspot', { oauth2: { access_token: 'fake-b', refresh_token: 'fake-new' } }, { linked_account_id: 'cust-1' }),
  ),
  'wrapped-list.json': JSON.stringify(
    {
      data: [
        { slug: 'hubspot', linked_account_id: 'cust-1', auth_object: { oauth2: { access_token: HUBSPOT } } },
        { slug: 'slack', linked_account_id: 'cust-2', auth_object: { oauth2: { bot_token: 'xoxb-0-FAKEFAKE' } } },
      ],
      page_info: { count: 2 },
    },
    null,
    1,
  ),
  'n8n.json': JSON.stringify(
    [
      {
        id: 'FAKEfakeFAKE0001',
        name: 'HubSpot Fake',
        type: 'hubspotOAuth2Api',
        data: {
          clientId: UUID,
          clientSecret: UUID,
          oauthTokenData: { access_token: 'fake-a', refresh_token: 'fake-b', token_type: 'bearer', expires_in: 1800 },
        },
      },
      {
        id: 'FAKEfakeFAKE0002',
        name: 'SFTP Fake',
        type: 'sftp',
        data: { host: 'sftp.fake.example', port: 22, username: 'fake', privateKey: PEM },
      },
    ],
    null,
    1,
  ),
  'pipedream.json': JSON.stringify(
    {
      page_info: { count: 1 },
      data: [
        {
          id: 'apn_FAKE',
          external_id: 'cust-1',
          app: { name_slug: 'salesforce_rest_api', auth_type: 'oauth' },
          credentials: {
            oauth_client_id: '3MVGfake',
            oauth_access_token: '00D000000000001!A.fake',
            oauth_refresh_token: '5A-fake',
          },
          expires_at: '2030-01-01T00:00:00Z',
        },
      ],
    },
    null,
    1,
  ),
  'token-answer.ndjson': rows(
    row('gmail', {
      oauth2: {
        access_token: 'ya29.fake-a',
        refresh_token: '1//0gFAKE',
        scope: 'https://mail.google.com/',
        token_type: 'Bearer',
        expires_in: 3599,
        id_token: 'eyJ.eyJ.x',
      },
    }),
    row('hubspot', { oauth2: { access_token: HUBSPOT, refresh_token: null } }),
  ),
  'service-account.ndjson': rows(
    row('google_bigquery', {
      type: 'service_account',
      project_id: 'fake',
      private_key_id: 'fake',
      private_key: PEM,
      client_email: 'fake@fake.iam.gserviceaccount.com',
      client_id: '100000000000000000001',
    }),
  ),
  'references.ndjson': rows(
    ashby('op://fake-vault/Ashby/credential'),
    ashby('arn:aws:secretsmanager:us-east-1:000000000000:secret:fake-AbCdEf'),
    ashby('$' + '{{ secrets.FAKE_KEY }}'),
    ashby('={{ $secrets.fakeKey }}'),
    ashby('projects/fake/secrets/fake/versions/latest'),
    ashby('@Microsoft.KeyVault(SecretUri=https://fake.vault.azure.net/secrets/x/)'),
    ashby("<%= ENV['FAKE_KEY'] %>"),
  ),
  'json-text.ndjson': rows(
    ashby('{"value":"fake-secret-1"}'),
    row('gmail', {
      oauth2: { access_token: '{"access_token":"ya29.fake-a","refresh_token":"1//0gFAKE","expires_in":3599}' },
    }),
  ),
  'rotated-bot-token.ndjson': rows(
    row('slack', {
      oauth2: { bot_token: 'xoxe.xoxb-1-FAKEFAKEFAKEFAKE', refresh_token: `xoxe-1-${'FAKE'.repeat(6)}` },
    }),
    row('slack', { oauth2: { bot_token: 'xoxe.xoxb-1-FAKEFAKEFAKEFAKE' } }),
  ),
  'lightning.ndjson': rows(
    salesforce('https://fake.lightning.force.com'),
    salesforce('https://fake--uat.sandbox.lightning.force.com'),
    salesforce('https://login.salesforce.com'),
    salesforce('https://test.salesforce.com'),
    salesforce('https://fake-lightning.my.salesforce.com'),
  ),
  'email-token.ndjson': rows(
    row('zendesk', { keybased: { subdomain: 'fake', email: 'fake@example.com/token', api_token: 'A1b2'.repeat(10) } }),
  ),
  'sandbox-ids.ndjson': rows(netsuite('1234567_sb1'), netsuite('1234567-sb1'), netsuite('1234567-SB1')),
  'airtable.ndjson': rows(
    row('airtable', { oauth2: { access_token: 'keyFAKEFAKEFAKE00' } }),
    row('airtable', { oauth2: { access_token: 'patFAKEFAKEFAKE00' } }),
  ),
  'cut-token.ndjson': rows(
    row('xero', {
      oauth2: {
        access_token: `eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJmYWtlIiwic2NvcGUiOiJ${'A'.repeat(203)}`,
        refresh_token: 'fake-refresh-1',
        tenant_id: UUID,
      },
    }),
  ),
  'title-case.csv': `Slug,Linked Account ID,Auth Type,Access Token,Refresh Token\nhubspot,cust-1,oauth2,${HUBSPOT},\n`,
  'comments.json': `[
  // first customer
  ${hubspot({})},
  /* second */
  ${row('slack', { oauth2: { bot_token: 'xoxb-0-FAKEFAKE' } })}
]
`,
  'freshdesk.ndjson': rows(
    row('freshdesk', {
      keybased: { api_key: 'fakefakefakefake0001', freshdesk_domain: 'https://fake.freshdesk.com/' },
    }),
    row('freshdesk', { keybased: { api_key: 'fakefakefakefake0001', freshdesk_domain: 'fake' } }),
  ),
  'zoho-scheme.ndjson': rows(
    row('zoho', {
      oauth2: {
        access_token: `Zoho-oauthtoken 1000.${'0a'.repeat(16)}.${'0b'.repeat(16)}`,
        refresh_token: `1000.${'0c'.repeat(16)}.${'0d'.repeat(16)}`,
      },
    }),
  ),
  'secret-id.ndjson': rows(
    row('sharepoint', {
      oauth2: { access_token: 'a.b.c', refresh_token: '0.AXfake', client_id: UUID, client_secret: UUID },
    }),
  ),
  'encoded.ndjson': rows(
    row('gmail', { oauth2: { refresh_token: '1%2F%2F0gFAKEFAKE-FAKE' } }),
    row('gmail', { oauth2: { refresh_token: '1\\/\\/0gFAKEFAKE-FAKE' } }),
  ),
  'python.ndjson':
    "{'slug': 'hubspot', 'linked_account_id': 'cust-1', 'auth_object': {'oauth2': {'access_token': 'fake-a', 'refresh_token': None}}}\n",
  'utf-16.csv': `\ufeffslug\tlinked_account_id\tauth_type\taccess_token\r\nhubspot\tcust-1\toauth2\t${HUBSPOT}\r\n`,
} as const satisfies Readonly<Record<string, string>>;
