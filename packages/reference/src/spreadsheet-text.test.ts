import { expect, test } from 'vitest';
import { spreadsheetText } from './spreadsheet-text.ts';

test('a text that a spreadsheet would run gets an apostrophe', () => {
  for (const text of ['=1+1', '+1', '-1', '@sum(a1)', '\t=1', '\r=1']) expect(spreadsheetText(text)).toBe(`'${text}`);
});

test('other text stays', () => {
  for (const text of ['', '7', 'Enter the API Key.', 'a=1', "'=1", ' =1']) expect(spreadsheetText(text)).toBe(text);
});
