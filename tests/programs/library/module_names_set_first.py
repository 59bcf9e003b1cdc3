"""sys.stdlib_module_names that the program sets before anybody has looked at it stays what it is."""
import sys

sys.stdlib_module_names = 5
print(sys.stdlib_module_names, "stdlib_module_names" in dir(sys), sys.stdlib_module_names)
del sys.stdlib_module_names
print("stdlib_module_names" in dir(sys), hasattr(sys, "stdlib_module_names"))
