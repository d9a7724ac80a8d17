// Clients that write without a pause, and record what they sent and what was answered.

/** Each value contains the number of the write, so that a mixture of two is detected. */
const FIELDS = ['account_id', 'consumer_key', 'consumer_secret', 'token_id', 'token_secret'];
/** Part of every value; no file may contain it. */
export const SENTINEL = 'fake-sentinel';

/** The credentials of the write with this number. */
export function credentials(number) {
  return Object.fromEntries(FIELDS.map((field) => [field, `${SENTINEL}-${field}-${number}`]));
}

/**
 * Writes until the server is killed: each writer updates its own account again and again, and creates others.
 *
 * @param {string} url
 * @param {string} prefix of the accounts
 * @param {number} writers
 * @param {() => void} onAnswer called with each answer
 * @returns {Promise<Map<string, { sent: number, answered: number }>>} by account, the numbers of the last writes; 0 for
 *   none
 */
export async function writeUntilGone(url, prefix, writers, onAnswer) {
  const accounts = new Map();
  const write = async (account, number) => {
    const writes = accounts.get(account) ?? { sent: 0, answered: 0 };
    accounts.set(account, writes);
    writes.sent = number;
    const answer = await fetch(`${url}/api/v2/public/migrate-token`, {
      method: 'PUT',
      headers: { 'x-api-key': 'tk-fake', linked_account_id: account },
      body: JSON.stringify({ slug: 'netsuite', auth_object: { keybased: credentials(number) } }),
    });
    const text = await answer.text();
    if (text !== '{"success":true,"message":"Token migrated successfully"}') throw new WrongAnswer(text);
    writes.answered = number;
    onAnswer();
  };
  const writer = async (name) => {
    for (let number = 1; ; number++) {
      await write(name, number);
      await write(`${name}-${number}`, 1);
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: writers }, (_, index) => writer(`${prefix}${index}`)));
  const wrong = ended.find(({ reason }) => reason instanceof WrongAnswer);
  if (wrong !== undefined) throw wrong.reason;
  return accounts;
}

class WrongAnswer extends Error {}
