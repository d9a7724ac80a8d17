/** `auth-object completion`: prints a script for the completion of a shell. */
import { Argument, Command } from 'commander';
import { withExamples } from '../command/with-examples.ts';
import { bashScript } from './bash.ts';
import { treeOf } from './command-tree.ts';
import { fishScript } from './fish.ts';
import { zshScript } from './zsh.ts';

const SCRIPTS = { bash: bashScript, zsh: zshScript, fish: fishScript };

/** Creates the command. */
export function completionCommand(): Command {
  const command = new Command('completion')
    .summary('print a completion script for your shell')
    .description(
      'Print a script with which your shell completes commands, options, apps and codes. Load it when the shell starts: ' +
        'add "source <(auth-object completion bash)" to ~/.bashrc, the same with zsh to ~/.zshrc after compinit, or ' +
        '"auth-object completion fish | source" to ~/.config/fish/config.fish.',
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
