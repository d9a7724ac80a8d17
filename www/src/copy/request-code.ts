/** A request as code; `auth-object example` prints the same. */
export {
  ACCOUNT,
  API_KEY,
  curl,
  fetchCall,
  type RequestParts,
  sdk,
  typescript,
} from '@auth-object/reference';
