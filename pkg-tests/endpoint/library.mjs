// What the tests take from the packed package and its tools: imported here, so that it is resolved as a user's is.

export { registerApp } from 'auth-object';
export { memoryStore } from 'auth-object/endpoint';
export { handlers } from 'auth-object/msw';
export { startEndpoint, verifyByDns } from 'auth-object/node';
export { default as axios } from 'axios';
export { setupServer } from 'msw/node';
