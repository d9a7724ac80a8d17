/** The address of the service. */
export const SERVICE = 'https://app.refold.ai';
