# SPDX-License-Identifier: GPL-3.0-or-later
"""Several tests that are run one after the other, with the fixtures of their classes and modules."""

import sys

from unittest import case

__unittest = True


class BaseTestSuite:
    """A suite without class and module fixtures."""

    _cleanup = True

    def __init__(self, tests=()):
        self._tests = []
        self._removed_tests = 0
        self.addTests(tests)

    def __repr__(self):
        return f"<{self.__class__.__module__}.{self.__class__.__qualname__} tests={list(self)}>"

    def __eq__(self, other):
        return list(self) == list(other) if isinstance(other, self.__class__) else NotImplemented

    def __iter__(self):
        return iter(self._tests)

    def countTestCases(self):
        return self._removed_tests + sum(test.countTestCases() for test in self if test)

    def addTest(self, test):
        if not callable(test):
            raise TypeError(f"{test!r} is not callable")
        if isinstance(test, type) and issubclass(test, (case.TestCase, TestSuite)):
            raise TypeError("TestCases and TestSuites must be instantiated before passing them to addTest()")
        self._tests.append(test)

    def addTests(self, tests):
        if isinstance(tests, str):
            raise TypeError("tests must be an iterable of tests, not a string")
        for test in tests:
            self.addTest(test)

    def run(self, result):
        for index, test in enumerate(self):
            if result.shouldStop:
                break
            test(result)
            if self._cleanup:
                self._remove(index)
        return result

    def _remove(self, index):
        # A test that has been run is dropped, with all that it holds.
        try:
            test = self._tests[index]
        except TypeError:
            return
        if hasattr(test, "countTestCases"):
            self._removed_tests += test.countTestCases()
        self._tests[index] = None

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        """Run the tests without collecting errors in a TestResult"""
        for test in self:
            test.debug()


class TestSuite(BaseTestSuite):
    """A test suite is a composite test consisting of a number of TestCases."""

    def run(self, result, debug=False):
        top = not getattr(result, "_testRunEntered", False)
        if top:
            result._testRunEntered = True
        for index, test in enumerate(self):
            if result.shouldStop:
                break
            if not isinstance(test, BaseTestSuite) and test is not None:
                self._leave_class(test, result)
                self._enter_module(test, result)
                self._enter_class(test, result)
                result._previousTestClass = test.__class__
                if getattr(test.__class__, "_classSetupFailed", False) or getattr(result, "_moduleSetUpFailed", False):
                    continue
            if debug:
                test.debug()
            else:
                test(result)
            if self._cleanup:
                self._remove(index)
        if top:
            self._leave_class(None, result)
            self._leave_module(result)
            result._testRunEntered = False
        return result

    def debug(self):
        self.run(_DebugResult(), True)

    def _enter_class(self, test, result):
        current = test.__class__
        if current == getattr(result, "_previousTestClass", None) or getattr(result, "_moduleSetUpFailed", False):
            return
        if getattr(current, "__unittest_skip__", False):
            return
        current._classSetupFailed = False
        try:
            getattr(current, "setUpClass", lambda: None)()
        except Exception as error:
            if isinstance(result, _DebugResult):
                raise
            current._classSetupFailed = True
            _report(result, "setUpClass", _class_name(current), error)
            current.doClassCleanups()

    def _leave_class(self, test, result):
        previous = getattr(result, "_previousTestClass", None)
        if previous is None or (test is not None and test.__class__ == previous) or getattr(previous, "_classSetupFailed", False):
            return
        if getattr(result, "_moduleSetUpFailed", False) or getattr(previous, "__unittest_skip__", False):
            return
        try:
            getattr(previous, "tearDownClass", lambda: None)()
        except Exception as error:
            if isinstance(result, _DebugResult):
                raise
            _report(result, "tearDownClass", _class_name(previous), error)
        if hasattr(previous, "doClassCleanups"):
            previous.doClassCleanups()
            for info in previous.tearDown_exceptions:
                _report(result, "tearDownClass", _class_name(previous), info[1])

    def _previous_module(self, result):
        previous = getattr(result, "_previousTestClass", None)
        return previous.__module__ if previous is not None else None

    def _enter_module(self, test, result):
        name = test.__class__.__module__
        if name == self._previous_module(result):
            return
        self._leave_module(result)
        result._moduleSetUpFailed = False
        set_up = getattr(sys.modules.get(name), "setUpModule", None)
        if set_up is None:
            return
        try:
            set_up()
        except Exception as error:
            if isinstance(result, _DebugResult):
                raise
            result._moduleSetUpFailed = True
            _report(result, "setUpModule", name, error)
            case.doModuleCleanups()

    def _leave_module(self, result):
        name = self._previous_module(result)
        if name is None or getattr(result, "_moduleSetUpFailed", False):
            return
        try:
            tear_down = getattr(sys.modules.get(name), "tearDownModule", None)
            if tear_down is not None:
                tear_down()
            case.doModuleCleanups()
        except Exception as error:
            if isinstance(result, _DebugResult):
                raise
            _report(result, "tearDownModule", name, error)


def _class_name(cls):
    return f"{cls.__module__}.{cls.__qualname__}"


def _report(result, fixture, where, error):
    holder = _ErrorHolder(f"{fixture} ({where})")
    if isinstance(error, case.SkipTest) and hasattr(result, "addSkip"):
        result.addSkip(holder, str(error))
    else:
        result.addError(holder, (type(error), error, error.__traceback__))


class _ErrorHolder:
    """Stands in for a test where a fixture failed."""

    failureException = AssertionError

    def __init__(self, description):
        self.description = description

    def id(self):
        return self.description

    def shortDescription(self):
        return None

    def __repr__(self):
        return f"<ErrorHolder description={self.description!r}>"

    def __str__(self):
        return self.id()

    def run(self, result):
        pass

    def __call__(self, result):
        return self.run(result)

    def countTestCases(self):
        return 0


class _DebugResult:
    _previousTestClass = None
    _moduleSetUpFailed = False
    shouldStop = False
