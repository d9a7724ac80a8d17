/** The local endpoint, for Workers. */
import './workerd.js';

export * from '../endpoint/api.js';
