// Text from outside gives the terminal no orders, and ordinary text stays as it is.
import { describe, expect, test } from 'vitest';
import { printable, printableLines } from './printable.ts';

const UNSAFE: Readonly<Record<string, readonly [text: string, expected: string]>> = {
  'an escape sequence': ['\u001b[2J', '\\u001b[2J'],
  'a window title': ['\u001b]0;fake\u0007', '\\u001b]0;fake\\u0007'],
  'an escape sequence of one character': ['\u009b2J', '\\u009b2J'],
  'line ends': ['a\nb\r\nc', 'a\\u000ab\\u000d\\u000ac'],
  'separators of lines': ['a\u2028b\u2029c\u0085', 'a\\u2028b\\u2029c\\u0085'],
  'tabs, backspaces, zero bytes': ['a\tb\bc\0', 'a\\u0009b\\u0008c\\u0000'],
  delete: ['a\u007f', 'a\\u007f'],
  'reversed text': ['\u202egnp.exe\u202c', '\\u202egnp.exe\\u202c'],
  'isolated text': ['\u2066a\u2069\u200f\u061c', '\\u2066a\\u2069\\u200f\\u061c'],
  'zero width': ['a\u200b\u200c\u200d\u2060\ufeff\u00ad', 'a\\u200b\\u200c\\u200d\\u2060\\ufeff\\u00ad'],
  'a joiner beside ASCII': ['a\u200cb', 'a\\u200cb'],
  'a joiner after ASCII': ['a\u200dب', 'a\\u200dب'],
  'a joiner before ASCII': ['ب\u200da', 'ب\\u200da'],
  'a joiner at an end': ['\u200cب\u200d', '\\u200cب\\u200d'],
  'joiners in a row': ['ب\u200c\u200cب', 'ب\\u200c\\u200cب'],
  'a joiner beside a control character': ['ب\u200c\u202eب', 'ب\\u200c\\u202eب'],
  tags: ['a\u{e0041}', 'a\\udb40\\udc41'],
  'half a character': ['a\ud83d!', 'a\\ud83d!'],
};

test('orders to GitHub Actions are escaped', () => {
  expect(printable('::error::fake')).toBe('\\u003a:error::fake');
  expect(printable(' \n::error::fake')).toBe(' \\u000a::error::fake');
  expect(printable('a ##[error]fake')).toBe('a \\u0023#[error]fake');
  expect(printableLines('["##[error]fake"]')).toBe('["\\u0023#[error]fake"]');
  for (const text of ['a::b', 'std::string', ':a', '# [a]', '##']) expect(printable(text)).toBe(text);
});

describe('what a terminal or a reader could be misled by is escaped', () => {
  for (const [name, [text, expected]] of Object.entries(UNSAFE)) {
    test(name, () => expect(printable(text)).toEqual(expected));
  }

  test('every control character and bidirectional control', () => {
    const codes = [
      ...Array.from({ length: 32 }, (_, code) => code),
      ...Array.from({ length: 33 }, (_, at) => 0x7f + at),
      ...[0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069],
    ];
    for (const code of codes) {
      expect(printable(String.fromCharCode(code))).toBe(`\\u${code.toString(16).padStart(4, '0')}`);
    }
  });
});

test('ordinary text stays', () => {
  const texts = [
    'api_key',
    'C:\\rows\\new.csv',
    'größe €',
    '日本語',
    'עברית',
    'العربية',
    'e\u0301',
    '👍🏽 ✓ → …',
    'a\u00a0b',
    'داده\u200cها',
    'क्\u200dष',
    '👩\u200d💻 ❤\ufe0f\u200d🔥',
  ];
  for (const text of texts) expect(printable(text)).toBe(text);
});

test('several lines: line ends stay', () => {
  expect(printableLines('a\n\u001b[2J\r\nb\n')).toBe('a\n\\u001b[2J\\u000d\nb\n');
});

test('JSON keeps its value', () => {
  const value = Object.fromEntries(Object.values(UNSAFE).map(([text]) => [text, [text]]));
  const text = printableLines(JSON.stringify(value, undefined, 2));
  expect(JSON.parse(text)).toEqual(value);
  expect(text).not.toMatch(/[\u007f-\u009f\u200b-\u202e\u2066-\u2069\ufeff]/);
});
