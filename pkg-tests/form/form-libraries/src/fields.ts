/** What the forms of SFTP start with, by field, and how a field is labelled. */
export const EMPTY = { host: '', port: '', username: '', password: '' };

export type Name = keyof typeof EMPTY;

export const FIELDS: { name: Name; label: string; type: string }[] = [
  { name: 'host', label: 'Host', type: 'text' },
  { name: 'port', label: 'Port (optional)', type: 'text' },
  { name: 'username', label: 'Username', type: 'text' },
  { name: 'password', label: 'Password', type: 'password' },
];
