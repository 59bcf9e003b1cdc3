# SPDX-License-Identifier: GPL-3.0-or-later
"""What came out of the tests that were run."""

import io
import sys
import traceback

__unittest = True


def failfast(method):
    def inner(self, *args, **kw):
        if getattr(self, "failfast", False):
            self.stop()
        return method(self, *args, **kw)
    return inner


class TestResult:
    """Holder for test result information."""

    _previousTestClass = None
    _testRunEntered = False
    _moduleSetUpFailed = False

    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.failfast = False
        self.failures, self.errors, self.skipped = [], [], []
        self.expectedFailures, self.unexpectedSuccesses = [], []
        self.collectedDurations = []
        self.testsRun = 0
        self.shouldStop = False
        self.buffer = False
        self.tb_locals = False
        self._original_stdout, self._original_stderr = sys.stdout, sys.stderr
        self._buffers = None

    def printErrors(self):
        "Called by TestRunner after test run"

    def startTest(self, test):
        "Called when the given test is about to be run"
        self.testsRun += 1
        if self.buffer:
            self._buffers = sys.stdout, sys.stderr = io.StringIO(), io.StringIO()

    def startTestRun(self):
        """Called once before any tests are executed."""

    def stopTest(self, test):
        """Called when the given test has been run"""
        if self.buffer and self._buffers:
            sys.stdout, sys.stderr = self._original_stdout, self._original_stderr
            self._buffers = None

    def stopTestRun(self):
        """Called once after all tests are executed."""

    @failfast
    def addError(self, test, err):
        self.errors.append((test, self._exc_info_to_string(err, test)))

    @failfast
    def addFailure(self, test, err):
        self.failures.append((test, self._exc_info_to_string(err, test)))

    def addSubTest(self, test, subtest, err):
        """Called at the end of a subtest; err is None if it went well."""
        if err is not None:
            if getattr(self, "failfast", False):
                self.stop()
            target = self.failures if issubclass(err[0], test.failureException) else self.errors
            target.append((subtest, self._exc_info_to_string(err, test)))

    def addSuccess(self, test):
        "Called when a test has completed successfully"

    def addSkip(self, test, reason):
        self.skipped.append((test, reason))

    def addExpectedFailure(self, test, err):
        self.expectedFailures.append((test, self._exc_info_to_string(err, test)))

    @failfast
    def addUnexpectedSuccess(self, test):
        self.unexpectedSuccesses.append(test)

    def addDuration(self, test, elapsed):
        self.collectedDurations.append((str(test), elapsed))

    def wasSuccessful(self):
        """Tells whether or not this result was a success."""
        return not self.failures and not self.errors and not self.unexpectedSuccesses

    def stop(self):
        """Indicates that the tests should be aborted."""
        self.shouldStop = True

    def _exc_info_to_string(self, err, test):
        kind, error, tb = err
        while tb is not None and _is_ours(tb):
            tb = tb.tb_next
        if issubclass(kind, test.failureException):
            tb = _without_assertions(tb)
        old = error.__traceback__
        error.__traceback__ = tb
        try:
            text = "".join(traceback.format_exception(kind, error, tb))
        finally:
            error.__traceback__ = old
        if self._buffers:
            for name, buffer in zip(("Stdout", "Stderr"), self._buffers):
                shown = buffer.getvalue()
                if shown:
                    text += f"\n{name}:\n{shown if shown.endswith(chr(10)) else shown + chr(10)}"
        return text

    def __repr__(self):
        return (f"<{self.__class__.__module__}.{self.__class__.__qualname__} run={self.testsRun} "
                f"errors={len(self.errors)} failures={len(self.failures)}>")


def _is_ours(tb):
    return "__unittest" in tb.tb_frame.f_globals


def _without_assertions(tb):
    # The frames of the assertion methods at the end are of no interest.
    entries = []
    while tb is not None and not _is_ours(tb):
        entries.append(tb)
        tb = tb.tb_next
    kept = None
    import types
    for entry in reversed(entries):
        kept = types.TracebackType(kept, entry.tb_frame, entry.tb_lasti, entry.tb_lineno)
    return kept
