# Types a line into an interactive zsh, then the key for completion; writes the line that is then there to a file.
# Usage: zsh -f complete.zsh LINE FILE
zmodload zsh/zpty
zpty -b shell zsh -f -i
wait_for() {
  local output
  while [[ ! -e $1 ]]; do
    zpty -r -t shell output || sleep 0.05
  done
}
zpty -w shell "autoload -Uz compinit; compinit -u -D; source <(auth-object completion zsh); setopt no_beep"
zpty -w shell "finish() { print -r -- \"\$BUFFER\" > ${(q)2} }; zle -N finish; bindkey '^X' finish; : > ${(q)2}.ready"
wait_for $2.ready
zpty -w -n shell "$1"$'\t\x18'
wait_for $2
zpty -d shell
