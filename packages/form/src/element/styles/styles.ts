/** The styles of the element. */
import { actions } from './actions.ts';
import { controls } from './controls.ts';
import { messages } from './messages.ts';
import { text } from './text.ts';
import { theme } from './theme.ts';

// Later rules override earlier ones.
export const styles = [theme, text, controls, messages, actions];
