/** Text from outside, made safe for a terminal. */
export { printable, printableLines } from '@auth-object/reference';
