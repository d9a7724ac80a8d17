/** All commands, and how they end. */
import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { appsCommand } from './catalog/apps-command.ts';
import { exampleCommand } from './catalog/example-command.ts';
import { showCommand } from './catalog/show-command.ts';
import { checkCommand } from './check/check-command.ts';
import { colorsFor, hasColors } from './command/colors.ts';
import { withMisuseText } from './command/misuse-text.ts';
import { printable } from './command/printable.ts';
import { unexpected } from './command/unexpected-error.ts';
import { UsageError } from './command/usage-error.ts';
import { withExamples } from './command/with-examples.ts';
import { completionCommand } from './completion/completion-command.ts';
import { explainCommand } from './explain/explain-command.ts';
import { driftCommand } from './live/drift-command.ts';
import { pullCommand } from './live/pull-command.ts';
import { serveCommand } from './serve/serve-command.ts';

/** Misuse, or input that cannot be read. */
const MISUSE = 2;
/** What a shell gives for a program that SIGPIPE ended: the reader of its output has gone. */
const BROKEN_PIPE = 141;

/** The commands, in the order of the help. */
const COMMANDS: readonly (() => Command)[] = [
  checkCommand,
  explainCommand,
  appsCommand,
  showCommand,
  exampleCommand,
  pullCommand,
  driftCommand,
  serveCommand,
  completionCommand,
];

/** Creates the whole command line. */
export function createProgram(): Command {
  const program = new Command('auth-object')
    .description('Check what the migrate-token endpoint would answer, before you send anything.')
    .version(version(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .option('--no-color', 'print without colours, like NO_COLOR=1')
    .configureHelp({ subcommandTerm: (command) => command.name() })
    .exitOverride()
    .configureOutput({
      getOutHasColors: () => hasColors(process.stdout),
      getErrHasColors: () => hasColors(process.stderr),
    });
  program.addHelpText(
    'after',
    '\nExit codes: 0 success, 1 something was rejected, differs or was not found, 2 misuse or unreadable input.',
  );
  withExamples(program, ['auth-object check rows.ndjson', 'auth-object show netsuite', 'auth-object serve']);
  for (const create of COMMANDS) program.addCommand(withMisuseText(create().copyInheritedSettings(program)));
  return withMisuseText(program);
}

/**
 * Runs the command line. The exit code is left in `process.exitCode`, so that pipes are written to their end.
 *
 * @param argv - As `process.argv`.
 */
export async function run(argv: readonly string[]): Promise<void> {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      process.exit(error.code === 'EPIPE' ? BROKEN_PIPE : MISUSE);
    });
  }
  try {
    await createProgram().parseAsync(argv);
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : MISUSE;
    } else {
      process.exitCode = MISUSE;
      const text = error instanceof UsageError ? error.message : unexpected(error);
      process.stderr.write(`${colorsFor(process.stderr).red('error:')} ${printable(text)}\n`);
    }
  }
}

function version(): string {
  const manifest = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}
