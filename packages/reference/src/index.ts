/** What the command line and the web page both print. */
export { appTypes } from './app-types.ts';
export type {
  CodeDescription,
  HintDescription,
  RowDescription,
  RuleDescription,
} from './code-description.ts';
export { codeDescriptions, describeCode } from './codes.ts';
export { placeholders } from './placeholders.ts';
export { printable, printableLines } from './printable.ts';
export {
  ACCOUNT,
  API_KEY,
  curl,
  fetchCall,
  type RequestParts,
  sdk,
  typescript,
  withProtoMembers,
} from './request-code.ts';
export { sourcesOf } from './sources.ts';
export { spreadsheetText } from './spreadsheet-text.ts';
