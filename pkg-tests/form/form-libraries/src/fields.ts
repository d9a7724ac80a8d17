/** The fields of MySQL. The port is optional there, so it is here. */
export interface Values {
  host: string;
  port?: string;
  database: string;
  user: string;
  password: string;
}

export const EMPTY: Values = { host: '', port: '', database: '', user: '', password: '' };

export const FIELDS: { name: keyof Values; label: string; type: string }[] = [
  { name: 'host', label: 'Host', type: 'text' },
  { name: 'port', label: 'Port (optional)', type: 'text' },
  { name: 'database', label: 'Database', type: 'text' },
  { name: 'user', label: 'User', type: 'text' },
  { name: 'password', label: 'Password', type: 'password' },
];
