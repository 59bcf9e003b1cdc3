"""Runs one of CPython's test files and prints which of its methods did not pass, then how many did: count_file.py test_list."""
import importlib
import sys
import unittest


# What these say depends on how busy the machine is: they are in no count.
TIMED = {"test.test_re.ReTests.test_search_anchor_at_beginning"}


class Counter(unittest.TestResult):
    """A method passes if it fails nowhere, in none of its parts, and is not skipped."""

    passed = timed = 0

    def startTest(self, test):
        super().startTest(test)
        self.good = True

    def stopTest(self, test):
        super().stopTest(test)
        if test.id() in TIMED:
            self.timed += 1
            return
        self.passed += self.good
        if not self.good:
            print("no", test.id(), flush=True)

    def addError(self, test, err):
        self.good = False

    def addFailure(self, test, err):
        self.good = False

    def addSkip(self, test, reason):
        self.good = False

    def addUnexpectedSuccess(self, test):
        self.good = False

    def addSubTest(self, test, subtest, err):
        if err is not None:
            self.good = False


module = importlib.import_module("test." + sys.argv[1])
counter = Counter()
# Only classes: what a file's load_tests adds are the examples in its texts.
loader = unittest.TestLoader()
for kind in [each for each in vars(module).values() if isinstance(each, type) and issubclass(each, unittest.TestCase)]:
    loader.loadTestsFromTestCase(kind).run(counter)
print("passed", counter.passed, "of", counter.testsRun - counter.timed)
