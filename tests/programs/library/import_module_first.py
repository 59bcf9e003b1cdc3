# importlib is asked before anything else has begun it.
import importlib

module = importlib.import_module("colorsys")
print(module.__name__, module.__spec__.name, module.__spec__.origin.endswith("colorsys.py"))
try:
    importlib.import_module("no_such_module")
except ModuleNotFoundError as error:
    print(error)
print(importlib.util.find_spec("textwrap").name if hasattr(importlib, "util") else "importlib.util is not imported yet")
print(importlib.reload(module) is module)
