/** The address of the service. */
export const BASE_URL = 'https://app.refold.ai';
