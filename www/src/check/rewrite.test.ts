import { curl, fetchCall } from '@auth-object/reference';
import { describe, expect, it } from 'vitest';
import { asPlaceholders, inCode } from '../paste/expressions.ts';
import type { PastedRequest } from '../paste/pasted.ts';
import { readPaste } from '../paste/read.ts';
import { diagnose } from './diagnosis.ts';
import { partsOf, rewrite } from './rewrite.ts';

async function fixed(text: string): Promise<string | undefined> {
  const pasted = (await readPaste(text)) as PastedRequest;
  return rewrite(pasted, diagnose(pasted, text).fixes);
}

describe('a fix', () => {
  it('changes the body of a cURL command, and nothing else', async () => {
    const text = `curl -sX PUT https://example.com \\\n  -H 'accept: */*' -d '{"slug":"copper","auth_object":{"keybased":{"api_token":" it'\\''s-fake-1 "}}}' | jq`;
    expect(await fixed(text)).toBe(`curl -sX PUT https://example.com \\\n  -H 'accept: */*' -d '{
    "slug": "copper",
    "auth_object": {
      "keybased": {
        "api_token": "it'\\''s-fake-1"
      }
    }
  }' | jq`);
  });

  it('keeps double quotes, and rewrites a command of cmd', async () => {
    expect(
      await fixed(`curl -d "{\\"slug\\":\\"copper\\",\\"auth_object\\":{\\"api_token\\":\\" fake-token-1\\"}}"`),
    ).toContain(`\\"api_token\\": \\"fake-token-1\\"`);
    expect(
      await fixed(
        `curl ^"https://example.com^" ^\n -d ^"{\\^"slug\\^":\\^"copper\\^",\\^"auth_object\\^":{\\^"api_token\\^":\\^" fake-token-1\\^"}}^"`,
      ),
    ).toContain(`"api_token": "fake-token-1"`);
  });

  it('keeps the variables of a call', async () => {
    const text =
      'await fetch("https://example.com", {\n  method: "PUT",\n  headers: { "x-api-key": process.env.API_KEY },\n  body: JSON.stringify({ slug: "copper", auth_object: { keybased: { apiToken: " fake-token-1", email: customer.email } } }),\n});';
    const result = await fixed(text);
    expect(result).toContain('"x-api-key": process.env.API_KEY');
    expect(result).toContain('api_token: "fake-token-1"');
    expect(result).toContain('email: customer.email');
    expect(result).not.toContain('value-of');
  });

  it('keeps axios', async () => {
    const text = 'axios.put(url, { slug: "copper", auth_object: { api_token: " fake-token-1", email } }, { headers })';
    expect(await fixed(text)).toMatch(
      /^axios\.put\(url, \{\n {2}slug: "copper"[\s\S]*email: email[\s\S]*\}, \{ headers \}\)$/,
    );
  });
});

it('a copy has the variables in code, and placeholders elsewhere', async () => {
  const pasted = (await readPaste(
    'fetch(url, { headers: { "x-api-key": process.env.KEY }, body: JSON.stringify({ slug: "copper", auth_object: { api_token: apiToken } }) })',
  )) as PastedRequest;
  expect(inCode(fetchCall(partsOf(pasted)), pasted.expressions)).toContain('"x-api-key": process.env.KEY');
  const command = asPlaceholders(curl(partsOf(pasted)), pasted.expressions);
  expect(command).toContain('x-api-key: YOUR_KEY');
  expect(command).toContain('"api_token": "YOUR_API_TOKEN"');
});
