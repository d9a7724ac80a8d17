"""Runs a program on a terminal of its own, and prints as JSON what it wrote and how it ended.

Usage: terminal.py COLUMNS TEXT PROGRAM [ARGUMENT...]
Once TEXT is there, Ctrl-C is typed; where TEXT is empty, nothing is.
"""
import fcntl, json, os, pty, struct, sys, termios

columns, text, program = int(sys.argv[1]), sys.argv[2].encode(), sys.argv[3:]
child, terminal = pty.fork()
if child == 0:
    fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    os.execvp(program[0], program)
output = b""
while True:
    try:
        chunk = os.read(terminal, 65536)
    except OSError:  # Linux says so where nobody writes any more.
        break
    if not chunk:
        break
    output += chunk
    if text and text in output:
        os.write(terminal, b"\x03")
        text = b""
_, status = os.waitpid(child, 0)
print(json.dumps({"output": output.decode(), "code": os.waitstatus_to_exitcode(status)}))
