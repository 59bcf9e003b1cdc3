"""sys.stdlib_module_names, sys.builtin_module_names: there by every way of asking, the same object each time, and gone once deleted."""
import sys

print("stdlib_module_names" in dir(sys), "builtin_module_names" in dir(sys))
names = sys.stdlib_module_names
print(type(names).__name__, names is sys.stdlib_module_names, {"os", "_struct", "zoneinfo"} <= names, "numpy" in names, len(names))
from sys import builtin_module_names

print(type(builtin_module_names).__name__, builtin_module_names is sys.builtin_module_names, builtin_module_names == tuple(sorted(builtin_module_names)))
print({"sys", "builtins", "_io", "time"} <= set(builtin_module_names), hasattr(sys, "module_names"))

sys.stdlib_module_names = 5
print(sys.stdlib_module_names)
del sys.stdlib_module_names, sys.builtin_module_names
for name in "stdlib_module_names", "builtin_module_names":
    try:
        print(getattr(sys, name))
    except AttributeError as e:
        print(e)
print("stdlib_module_names" in dir(sys))
