// A route handler, which uses the library and the endpoint.
import { registeredApp } from '../../common/registered-app.js';

export const dynamic = 'force-dynamic';

export async function GET() {
  return Response.json(await registeredApp());
}
