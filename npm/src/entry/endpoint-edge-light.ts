/** The local endpoint, for Vercel's and Next.js's edge runtime. */
import './edge-light.js';

export * from '../endpoint/api.js';
