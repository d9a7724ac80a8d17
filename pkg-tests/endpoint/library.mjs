// What the tests use of the packed packages and of tools. It is imported from here, so that Node resolves it as for a
// user's file.

export { memoryStore } from '@auth-object/endpoint';
export { handlers } from '@auth-object/endpoint/msw';
export { startEndpoint, verifyByDns } from '@auth-object/endpoint/node';
export { registerApp } from 'auth-object';
export { default as axios } from 'axios';
export { setupServer } from 'msw/node';
