/** The fields of SFTP that the forms ask for. An optional field of the app is optional here, too. */
export interface Values {
  host: string;
  port?: string;
  username: string;
  password?: string;
}

export const EMPTY: Values = { host: '', port: '', username: '', password: '' };

export const FIELDS: { name: keyof Values; label: string; type: string }[] = [
  { name: 'host', label: 'Host', type: 'text' },
  { name: 'port', label: 'Port (optional)', type: 'text' },
  { name: 'username', label: 'Username', type: 'text' },
  { name: 'password', label: 'Password', type: 'password' },
];
