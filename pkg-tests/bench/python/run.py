"""Runs a program to its end. Prints JSON: its exit code, ms, CPU ms, and its largest size in bytes.

run.py OUTPUT PROGRAM ARG...: what the program prints goes to the file OUTPUT.
"""

import json
import resource
import subprocess
import sys
import time

output, *command = sys.argv[1:]
with open(output, "wb") as file:
    start = time.perf_counter()
    code = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=file, stderr=subprocess.STDOUT).returncode
    ms = (time.perf_counter() - start) * 1000
usage = resource.getrusage(resource.RUSAGE_CHILDREN)
# Bytes on macOS, kilobytes elsewhere.
unit = 1 if sys.platform == "darwin" else 1024
cpu = (usage.ru_utime + usage.ru_stime) * 1000
print(json.dumps({"code": code, "ms": ms, "cpu": cpu, "rss": usage.ru_maxrss * unit}))
