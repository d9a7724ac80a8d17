/** `auth-object completion`: what a shell must know to complete commands, options and apps. */
import { Argument, Command } from 'commander';
import { withExamples } from '../command/with-examples.ts';
import { bashScript } from './bash.ts';
import { treeOf } from './command-tree.ts';
import { fishScript } from './fish.ts';
import { zshScript } from './zsh.ts';

const SCRIPTS = { bash: bashScript, zsh: zshScript, fish: fishScript };

/** @returns The command `completion`. */
export function completionCommand(): Command {
  const command = new Command('completion')
    .summary('print a script that completes commands, options and apps')
    .description(
      'Print a script by which a shell completes commands, options and apps. Load it whenever the shell starts: ' +
        '`source <(auth-object completion bash)` in ~/.bashrc, the same with zsh in ~/.zshrc after compinit, ' +
        '`auth-object completion fish | source` in ~/.config/fish/config.fish.',
    )
    .addArgument(new Argument('<shell>', 'your shell').choices(Object.keys(SCRIPTS)))
    .action((shell: keyof typeof SCRIPTS) => {
      process.stdout.write(`${SCRIPTS[shell](treeOf(command.parent as Command))}\n`);
    });
  return withExamples(command, [
    'auth-object completion bash > auth-object.bash',
    'auth-object completion zsh > _auth-object',
    'auth-object completion fish > auth-object.fish',
  ]);
}
