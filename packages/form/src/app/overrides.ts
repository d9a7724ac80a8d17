/** Titles, examples and help that the schema files do not have yet. Move them there once the schema format allows. */
import type { Overrides } from './derive.ts';

export const OVERRIDES: Overrides = {
  netsuite: {
    keybased: {
      title: 'Token-based authentication',
      fields: {
        account_id: {
          label: 'Account ID',
          example: '1234567_SB1',
          help: 'In NetSuite: Setup → Company → Company Information',
        },
        consumer_key: { help: 'Shown once, when the integration record is saved' },
        token_id: { label: 'Token ID', help: 'Shown once, when the access token is created' },
      },
    },
    oauth2: {
      sets: { 'client_id+certificate_id+private_key': { title: 'Client certificate' } },
      fields: {
        account_id: {
          label: 'Account ID',
          example: '1234567_SB1',
          help: 'In NetSuite: Setup → Company → Company Information',
        },
      },
    },
  },
  shopify: { oauth2: { fields: { store_name: { example: 'acme', help: 'The first part of the store’s address' } } } },
  sftp: {
    keybased: {
      title: 'SSH',
      sets: { pem_key: { title: 'Private key', with: ['pem_key_passphrase'] } },
      fields: {
        host: { example: 'sftp.example.com' },
        port: { example: '22' },
        pem_key: { label: 'Private Key' },
        pem_key_passphrase: { label: 'Passphrase' },
      },
    },
  },
  snowflake: {
    keybased: {
      title: 'Snowflake account',
      sets: {
        'account_id+username+private_key': { title: 'Key pair', with: ['passphrase'] },
        'account_id+client_id+client_secret+token_url': { title: 'OAuth client', with: ['scope'] },
        'account_id+oauthclientid+oauthclientsecret+oauthtokenrequesturl': false,
        jdbc_url: { title: 'JDBC URL' },
      },
      fields: {
        account_id: { example: 'xy12345.eu-central-1', help: 'In Snowflake: Admin → Accounts' },
        username: { example: 'SVC_REPORTING' },
        oauthscope: false,
        jdbc_url: { example: 'jdbc:snowflake://xy12345.snowflakecomputing.com/' },
      },
    },
  },
  mongodb: { keybased: { sets: { 'host+database+user+password': { title: 'Host and password', with: ['port'] } } } },
};
