// What is timed beside the contenders, by name: the least that a part of the work takes.

export const STRINGIFY_ALONE = 'JSON.stringify alone';
export const PARSE_ALONE = 'JSON.parse alone';
export const LINE_ENDS_ALONE = 'finding the line ends (Buffer.indexOf)';
