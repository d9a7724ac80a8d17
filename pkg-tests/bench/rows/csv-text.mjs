// Rows as CSV: a column for each field, empty cells for absent ones.

const START = ['slug', 'linked_account_id', 'auth_type'];

/**
 * @param {object[]} rows
 * @returns {{ header: string, lineOf(row: object): string }} each with its line end
 */
export function csvOf(rows) {
  const fields = [...new Set(rows.flatMap((row) => Object.keys(partsOf(row).fields)))];
  const line = (cells) => `${cells.map(cell).join()}\n`;
  return {
    header: line([...START, ...fields]),
    lineOf(row) {
      const { authType, fields: values } = partsOf(row);
      return line([row.slug, row.linked_account_id, authType, ...fields.map((name) => values[name])]);
    },
  };
}

function partsOf({ auth_object }) {
  const [[name, inner] = [], ...others] = Object.entries(auth_object);
  const isTyped = others.length === 0 && typeof inner === 'object';
  return isTyped ? { authType: name, fields: inner } : { fields: auth_object };
}

const cell = (value = '') => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
