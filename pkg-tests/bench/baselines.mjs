// What is timed beside the contenders: a lower limit for a part of the work.

export const STRINGIFY_ALONE = 'JSON.stringify alone';
export const PARSE_ALONE = 'JSON.parse alone';
export const LINE_ENDS_ALONE = 'finding the line ends (Buffer.indexOf)';
