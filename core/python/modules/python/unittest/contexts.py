# SPDX-License-Identifier: GPL-3.0-or-later
"""What assertRaises, assertWarns and assertLogs give when they are used with `with`."""

import re
import sys
import types
import warnings

__unittest = True


class _Context:
    def __init__(self, test_case):
        self.test_case = test_case
        self.msg = None
        self.obj_name = None

    def fail(self, text):
        raise self.test_case.failureException(self.test_case._formatMessage(self.msg, text))


class _Expecting(_Context):
    base, base_text = BaseException, "exception type"

    def __init__(self, expected, test_case, regex=None):
        super().__init__(test_case)
        self.expected = expected
        self.expected_regex = re.compile(regex) if regex is not None else None

    def _is_subtype(self, expected):
        if isinstance(expected, tuple):
            return all(isinstance(one, type) and issubclass(one, self.base) for one in expected)
        return isinstance(expected, type) and issubclass(expected, self.base)

    def handle(self, name, args, kwargs):
        """Without arguments the context itself; else the callable is called in it."""
        try:
            if not self._is_subtype(self.expected):
                raise TypeError(f"{name}() arg 1 must be {self.base_text}")
            if not args:
                self.msg = kwargs.pop("msg", None)
                if kwargs:
                    raise TypeError(f"{next(iter(kwargs))!r} is an invalid keyword argument for this function")
                return self
            function, *args = args
            try:
                self.obj_name = function.__name__
            except AttributeError:
                self.obj_name = str(function)
            with self:
                function(*args, **kwargs)
        finally:
            self = None

    def _expected_name(self):
        try:
            return self.expected.__name__
        except AttributeError:
            return str(self.expected)


class AssertRaises(_Expecting):
    """The exception is its `exception` afterwards."""

    base_text = "an exception type or tuple of exception types"

    def __enter__(self):
        return self

    def __exit__(self, kind, error, tb):
        if kind is None:
            text = f"{self._expected_name()} not raised"
            self.fail(f"{text} by {self.obj_name}" if self.obj_name else text)
        _clear_frames(tb)
        if not issubclass(kind, self.expected):
            return False
        self.exception = error.with_traceback(None)
        if self.expected_regex is not None and not self.expected_regex.search(str(error)):
            self.fail(f'"{self.expected_regex.pattern}" does not match "{error}"')
        return True

    __class_getitem__ = classmethod(types.GenericAlias)


def _clear_frames(tb):
    while tb is not None:
        try:
            tb.tb_frame.clear()
        except RuntimeError:
            pass
        tb = tb.tb_next


class AssertWarns(_Expecting):
    """The first warning that fits is its `warning` afterwards, with `filename` and `lineno`."""

    base, base_text = Warning, "a warning type or tuple of warning types"

    def __enter__(self):
        for module in list(sys.modules.values()):
            if getattr(module, "__warningregistry__", None):
                module.__warningregistry__ = {}
        self.manager = warnings.catch_warnings(record=True)
        self.warnings = self.manager.__enter__()
        warnings.simplefilter("always", self.expected) if not isinstance(self.expected, tuple) else warnings.simplefilter("always")
        return self

    def __exit__(self, kind, error, tb):
        self.manager.__exit__(kind, error, tb)
        if kind is not None:
            return
        name = self._expected_name()
        first = None
        for shown in self.warnings:
            warning = shown.message
            if not isinstance(warning, self.expected):
                continue
            if first is None:
                first = warning
            if self.expected_regex is not None and not self.expected_regex.search(str(warning)):
                continue
            self.warning, self.filename, self.lineno = warning, shown.filename, shown.lineno
            return
        if first is not None:
            self.fail(f'"{self.expected_regex.pattern}" does not match "{first}"')
        self.fail(f"{name} not triggered by {self.obj_name}" if self.obj_name else f"{name} not triggered")


class AssertLogs(_Context):
    """Catches what a logger is told."""

    def __init__(self, test_case, logger_name, level, no_logs):
        super().__init__(test_case)
        import logging
        self.logging = logging
        self.logger_name = logger_name
        self.level = logging._nameToLevel.get(level, level) if level else logging.INFO
        self.no_logs = no_logs

    def __enter__(self):
        logging = self.logging
        self.logger = self.logger_name if isinstance(self.logger_name, logging.Logger) else logging.getLogger(self.logger_name)
        self.records, self.output = [], []
        outer = self

        class Catcher(logging.Handler):
            def emit(self, record):
                outer.records.append(record)
                outer.output.append(f"{record.levelname}:{record.name}:{record.getMessage()}")

        handler = Catcher()
        handler.setLevel(self.level)
        self.old = self.logger.handlers[:], self.logger.level, self.logger.propagate
        self.logger.handlers = [handler]
        self.logger.setLevel(self.level)
        self.logger.propagate = False
        return None if self.no_logs else self

    def __exit__(self, kind, error, tb):
        self.logger.handlers, level, self.logger.propagate = self.old
        self.logger.setLevel(level)
        if kind is not None:
            return False
        level_name = self.logging.getLevelName(self.level)
        if self.no_logs and self.records:
            self.fail(f"Unexpected logs found: {self.output!r}")
        if not self.no_logs and not self.records:
            self.fail(f"no logs of level {level_name} or higher triggered on {self.logger.name}")
