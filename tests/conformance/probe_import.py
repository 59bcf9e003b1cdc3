"""Imports a module and prints what came of it as JSON: its names, or the type of the exception. probe_import.py NAME"""
import json
import sys

answer = sys.__stdout__
try:
    __import__(sys.argv[1])
    found = {"names": dir(sys.modules[sys.argv[1]])}
except BaseException as problem:  # SystemExit too
    found = {"error": type(problem).__name__, "text": str(problem)}
print("\n" + json.dumps(found), file=answer, flush=True)
