// Parts a wasm into what every page needs and what only some do, so that a page loads no more than it asks for.
//
// The first part has the memory with all data, the table, and every function that its exports reach; it works alone.
// A later part has what only its own exports reach. It takes the memory, the table and the stack from the first, calls
// the first's functions, and puts its own into the table, so that together they are the one program they were.
import binaryen from 'binaryen';

/** What a later part imports the first as, and what it takes from it beside functions. */
export const FIRST = 'first';
const MEMORY = 'memory';
const TABLE = 'table';
const STACK = 'stack';

const { MutableGlobals, BulkMemory, SIMD128, ReferenceTypes, SignExt, NontrappingFPToInt, Multivalue } =
  binaryen.Features;
const FEATURES = [MutableGlobals, BulkMemory, SIMD128, ReferenceTypes, SignExt, NontrappingFPToInt, Multivalue];

/**
 * @param {Uint8Array} wasm with the names of its functions
 * @param {Record<string, { exports: RegExp, own: RegExp }>} parts the later ones. exports: the names of a part's
 *   exports. own: the names of functions of which no other part knows; what calls one of them out of the table is the
 *   part's as well.
 * @returns {Record<string, Uint8Array>} the parts by their names, and `first`, with the names of their functions
 */
export function splitWasm(wasm, parts) {
  const later = Object.values(parts);
  const first = read(wasm);
  const names = tableOf(first);
  const owners = names.map((name) => later.find(({ own }) => calls(first, name, own)));
  keepExports(first, (name) => !later.some(({ exports }) => exports.test(name)));
  fillTable(first, (place) => owners[place] === undefined);
  dropUnused(first);
  const shared = definedFunctions(first);
  const asked = new Map();
  const split = Object.entries(parts).map(([key, part]) => {
    const module = read(wasm);
    keepExports(module, (name) => part.exports.test(name));
    fillTable(module, (place) => owners[place] === part);
    importFirst(module, shared);
    dropUnused(module);
    shortenImports(module, asked);
    return [key, written(module)];
  });
  for (const [name, short] of asked) first.addFunctionExport(name, short);
  first.addTableExport(tableName(first), TABLE);
  first.addGlobalExport(STACK_POINTER, STACK);
  return { first: written(first), ...Object.fromEntries(split) };
}

const STACK_POINTER = '__stack_pointer';

function read(wasm) {
  binaryen.setDebugInfo(true);
  const module = binaryen.readBinary(wasm);
  module.setFeatures(FEATURES.reduce((all, feature) => all | feature));
  return module;
}

function written(module) {
  const bytes = module.emitBinary();
  module.dispose();
  return bytes;
}

function dropUnused(module) {
  module.runPasses(['remove-unused-module-elements']);
}

/** The memory stays, and what is wanted. */
function keepExports(module, isWanted) {
  const all = Array.from({ length: module.getNumExports() }, (_, at) =>
    binaryen.getExportInfo(module.getExportByIndex(at)),
  );
  for (const { name, kind } of all) {
    if (kind !== binaryen.ExternalMemory && !isWanted(name)) module.removeExport(name);
  }
}

function functionsOf(module) {
  return Array.from({ length: module.getNumFunctions() }, (_, at) =>
    binaryen.getFunctionInfo(module.getFunctionByIndex(at)),
  );
}

function definedFunctions(module) {
  return functionsOf(module).filter(({ module: from }) => from === '');
}

/** Whether the function calls one of such a name. */
function calls(module, name, names) {
  const { body } = binaryen.getFunctionInfo(module.getFunction(name));
  const called = binaryen.emitText(body).matchAll(/\(call \$(?:"([^"]*)"|([^\s()]+))/g);
  return [...called].some(([, quoted, bare]) => names.test(quoted ?? bare));
}

/** The one segment of elements that the linker writes. */
function elements(module) {
  if (module.getNumElementSegments() !== 1) throw new Error('a table that is filled by more than one segment');
  return binaryen.getElementSegmentInfo(module.getElementSegmentByIndex(0));
}

function tableName(module) {
  return binaryen.getTableInfo(module.getTableByIndex(0)).name;
}

/** The names of the functions in the table, from place 1 on. */
function tableOf(module) {
  return elements(module).data;
}

/** Leaves the wanted functions in the table, each at its place: a segment for each run of them. */
function fillTable(module, isWanted) {
  const { name, data, table } = elements(module);
  module.removeElementSegment(name);
  for (let place = 0; place < data.length; ) {
    let end = place;
    while (end < data.length && isWanted(end)) end++;
    if (end > place) {
      module.addActiveElementSegment(table, `${place}`, data.slice(place, end), module.i32.const(1 + place));
    }
    place = end + 1;
  }
}

/** Takes the memory, the table, the stack and functions from the first part. */
function importFirst(module, shared) {
  const own = new Set(definedFunctions(module).map(({ name }) => name));
  module.runPasses(['remove-memory-init']);
  module.addMemoryImport(module.getMemoryInfo().name ?? '0', FIRST, MEMORY, false);
  module.addTableImport(tableName(module), FIRST, TABLE);
  module.addGlobalImport(STACK_POINTER, FIRST, STACK, binaryen.i32, true);
  for (const { name, params, results } of shared.filter((one) => own.has(one.name))) {
    module.removeFunction(name);
    module.addFunctionImport(name, FIRST, name, params, results);
  }
}

/** Asks for functions of the first part by short names, of which `asked` keeps what they stand for. */
function shortenImports(module, asked) {
  for (const { name, module: from, params, results } of functionsOf(module)) {
    if (from !== FIRST) continue;
    if (!asked.has(name)) asked.set(name, asked.size.toString(36));
    module.addFunctionImport(name, FIRST, asked.get(name), params, results);
  }
}
