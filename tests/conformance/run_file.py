"""Runs one of CPython's test files, or some of its tests: run_file.py test_list [ListTest.test_basic ...]."""
import importlib
import sys
import unittest

if len(sys.argv) < 2:
    sys.exit(__doc__)
unittest.main(importlib.import_module("test." + sys.argv[1]), argv=sys.argv[:1] + sys.argv[2:])
