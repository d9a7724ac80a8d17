/** How a request is written for those who send it: the same text as `auth-object example`. */
export {
  ACCOUNT,
  API_KEY,
  curl,
  fetchCall,
  type RequestParts,
  sdk,
  typescript,
} from '@auth-object/reference';
