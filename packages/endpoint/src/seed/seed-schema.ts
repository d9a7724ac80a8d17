/** The shape of a seed; what is in an `auth_object` is checked by the rules. */
import * as v from 'valibot';
import { isBlank } from '../http/caller.ts';
import { object, oneOf } from '../options/check-options.ts';
import { isWellFormed } from '../stores/well-formed.ts';

const ID = 'must be a string that is not blank';
const NAME = 'must be a string or null';
const ARRAY = 'must be an array';

const integrationSchema = object(
  { slug: v.unknown(), auth_object: v.unknown(), status: v.optional(oneOf('active', 'expired'), 'active') },
  'such as { slug, auth_object }',
);

const accountSchema = object(
  {
    account_id: v.pipe(
      v.string(ID),
      v.check((id) => !isBlank(id) && isWellFormed(id), ID),
    ),
    name: v.optional(v.nullable(v.pipe(v.string(NAME), v.check(isWellFormed, NAME))), null),
    integrations: v.optional(
      v.pipe(
        v.array(integrationSchema, ARRAY),
        v.checkItems(
          ({ slug }, index, all) => all.findIndex((other) => other.slug === slug) === index,
          'has the same slug as an earlier integration',
        ),
      ),
      [],
    ),
  },
  'such as { account_id }',
);

const seedEnvironmentSchema = object(
  {
    linked_accounts: v.pipe(
      v.array(accountSchema, ARRAY),
      v.checkItems(
        ({ account_id }, index, all) => all.findIndex((other) => other.account_id === account_id) === index,
        'has the same account_id as an earlier account',
      ),
    ),
  },
  '{ linked_accounts }',
);

export const seedSchema = object(
  {
    environments: object(
      { test: v.optional(seedEnvironmentSchema), production: v.optional(seedEnvironmentSchema) },
      'with test, production or both',
    ),
  },
  '{ environments }',
);
