# SPDX-License-Identifier: GPL-3.0-or-later
"""The assertions of TestCase."""

import collections
import re

from unittest.contexts import AssertLogs, AssertRaises, AssertWarns

__unittest = True

_LONGEST = 80


def safe_repr(o, short=False):
    try:
        text = repr(o)
    except Exception:
        text = object.__repr__(o)
    return text if not short or len(text) < _LONGEST else text[:_LONGEST] + " [truncated]..."


def _shortened(text, before, after):
    skipped = len(text) - before - after
    if skipped > 5 + len(f"[{skipped} chars]") - 5:
        text = f"{text[:before]}[{skipped} chars]{text[len(text) - after:]}"
    return text


def _common_reprs(*args):
    # Long reprs lose most of what they begin with in common.
    texts = [safe_repr(a) for a in args]
    if max(map(len, texts)) <= _LONGEST:
        return tuple(texts)
    common = 0
    for letters in zip(*texts):
        if len(set(letters)) > 1:
            break
        common += 1
    prefix = texts[0][:common]
    keep = _LONGEST - (5 + 12 + 5 + 12 + 5)
    if keep > common:
        return tuple(texts)
    if common > 5 + 12 + 5:
        prefix = _shortened(prefix, 5, 5)
    return tuple(prefix + _shortened(t[common:], 5, 5) if len(t) - common > 5 + 12 + 5 else prefix + t[common:] for t in texts)


def _counted_difference(first, second):
    # (first has so many, second so many, element) for what is not there as often in both; elements need not be hashable.
    first, second = list(first), list(second)
    try:
        one, other = collections.Counter(first), collections.Counter(second)
    except TypeError:
        found, done = [], []
        for item in first + second:
            if any(item is d or item == d for d in done):
                continue
            done.append(item)
            here, there = sum(item is x or item == x for x in first), sum(item is x or item == x for x in second)
            if here != there:
                found.append((here, there, item))
        return found
    items = list(dict.fromkeys(first + second))
    return [(one[i], other[i], i) for i in items if one[i] != other[i]]


class Assertions:
    def fail(self, msg=None):
        """Fail immediately, with the given message."""
        raise self.failureException(msg)

    def _formatMessage(self, msg, standardMsg):
        if not self.longMessage:
            return msg or standardMsg
        if msg is None:
            return standardMsg
        try:
            return f"{standardMsg} : {msg}"
        except UnicodeDecodeError:
            return f"{safe_repr(standardMsg)} : {safe_repr(msg)}"

    def _refuse(self, msg, text):
        raise self.failureException(self._formatMessage(msg, text))

    def _truncateMessage(self, message, diff):
        if self.maxDiff is None or len(diff) <= self.maxDiff:
            return message + diff
        return message + f"\nDiff is {len(diff)} characters long. Set self.maxDiff to None to see it."

    # ---- truth, identity, membership

    def assertFalse(self, expr, msg=None):
        """Check that the expression is false."""
        if expr:
            self._refuse(msg, f"{safe_repr(expr)} is not false")

    def assertTrue(self, expr, msg=None):
        """Check that the expression is true."""
        if not expr:
            self._refuse(msg, f"{safe_repr(expr)} is not true")

    def assertIs(self, expr1, expr2, msg=None):
        if expr1 is not expr2:
            self._refuse(msg, f"{safe_repr(expr1)} is not {safe_repr(expr2)}")

    def assertIsNot(self, expr1, expr2, msg=None):
        if expr1 is expr2:
            self._refuse(msg, f"unexpectedly identical: {safe_repr(expr1)}")

    def assertIsNone(self, obj, msg=None):
        if obj is not None:
            self._refuse(msg, f"{safe_repr(obj)} is not None")

    def assertIsNotNone(self, obj, msg=None):
        if obj is None:
            self._refuse(msg, "unexpectedly None")

    def assertIn(self, member, container, msg=None):
        if member not in container:
            self._refuse(msg, f"{safe_repr(member)} not found in {safe_repr(container)}")

    def assertNotIn(self, member, container, msg=None):
        if member in container:
            self._refuse(msg, f"{safe_repr(member)} unexpectedly found in {safe_repr(container)}")

    def assertIsInstance(self, obj, cls, msg=None):
        if not isinstance(obj, cls):
            self._refuse(msg, f"{safe_repr(obj)} is not an instance of {cls!r}")

    def assertNotIsInstance(self, obj, cls, msg=None):
        if isinstance(obj, cls):
            self._refuse(msg, f"{safe_repr(obj)} is an instance of {cls!r}")

    # ---- equality and order

    def assertEqual(self, first, second, msg=None):
        """Fail if the two objects are unequal as determined by the '==' operator."""
        check = self._type_checks.get(type(first)) if type(first) is type(second) else None
        if check is None:
            check = self._baseAssertEqual
        elif isinstance(check, str):
            check = getattr(self, check)
        check(first, second, msg=msg)

    def _baseAssertEqual(self, first, second, msg=None):
        if not first == second:
            self._refuse(msg, "%s != %s" % _common_reprs(first, second))

    def assertNotEqual(self, first, second, msg=None):
        if not first != second:
            self._refuse(msg, f"{safe_repr(first)} == {safe_repr(second)}")

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        """Fail if the two objects differ by more than `places` decimal places (default 7) or `delta`."""
        if first == second:
            return
        if delta is not None and places is not None:
            raise TypeError("specify delta or places not both")
        difference = abs(first - second)
        shown = f"{safe_repr(first)} != {safe_repr(second)} within "
        if delta is not None:
            if difference <= delta:
                return
            shown += f"{safe_repr(delta)} delta"
        else:
            places = 7 if places is None else places
            if round(difference, places) == 0:
                return
            shown += f"{places} places"
        self._refuse(msg, f"{shown} ({safe_repr(difference)} difference)")

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if delta is not None and places is not None:
            raise TypeError("specify delta or places not both")
        difference = abs(first - second)
        shown = f"{safe_repr(first)} == {safe_repr(second)} within "
        if delta is not None:
            if not first == second and difference > delta:
                return
            shown += f"{safe_repr(delta)} delta"
        else:
            places = 7 if places is None else places
            if not first == second and round(difference, places) != 0:
                return
            shown += f"{places} places"
        self._refuse(msg, f"{shown} ({safe_repr(difference)} difference)")

    def assertLess(self, a, b, msg=None):
        if not a < b:
            self._refuse(msg, f"{safe_repr(a)} not less than {safe_repr(b)}")

    def assertLessEqual(self, a, b, msg=None):
        if not a <= b:
            self._refuse(msg, f"{safe_repr(a)} not less than or equal to {safe_repr(b)}")

    def assertGreater(self, a, b, msg=None):
        if not a > b:
            self._refuse(msg, f"{safe_repr(a)} not greater than {safe_repr(b)}")

    def assertGreaterEqual(self, a, b, msg=None):
        if not a >= b:
            self._refuse(msg, f"{safe_repr(a)} not greater than or equal to {safe_repr(b)}")

    # ---- containers

    def assertSequenceEqual(self, seq1, seq2, msg=None, seq_type=None):
        """An equality assertion for ordered sequences (like lists and tuples)."""
        if seq_type is not None:
            name = seq_type.__name__
            for which, value in (("First", seq1), ("Second", seq2)):
                if not isinstance(value, seq_type):
                    raise self.failureException(f"{which} sequence is not a {name}: {safe_repr(value)}")
        else:
            name = "sequence"
        differing = None
        try:
            len1 = len(seq1)
        except (TypeError, NotImplementedError):
            differing = f"First {name} has no length.    Non-sequence?"
        if differing is None:
            try:
                len2 = len(seq2)
            except (TypeError, NotImplementedError):
                differing = f"Second {name} has no length.    Non-sequence?"
        if differing is None:
            if seq1 == seq2:
                return
            differing = "%ss differ: %s != %s\n" % ((name.capitalize(),) + _common_reprs(seq1, seq2))
            for i in range(min(len1, len2)):
                try:
                    one = seq1[i]
                except (TypeError, IndexError, NotImplementedError):
                    differing += f"\nUnable to index element {i} of first {name}\n"
                    break
                try:
                    other = seq2[i]
                except (TypeError, IndexError, NotImplementedError):
                    differing += f"\nUnable to index element {i} of second {name}\n"
                    break
                if one != other:
                    differing += "\nFirst differing element %d:\n%s\n%s\n" % ((i,) + _common_reprs(one, other))
                    break
            else:
                if len1 == len2 and seq_type is None and type(seq1) != type(seq2):
                    return # the sequences are the same, but have differing types
            for which, longer, more, less in (("First", seq1, len1, len2), ("Second", seq2, len2, len1)):
                if more > less:
                    differing += f"\n{which} {name} contains {more - less} additional elements.\n"
                    try:
                        differing += f"First extra element {less}:\n{_common_reprs(longer[less])[0]}\n"
                    except (TypeError, IndexError, NotImplementedError):
                        differing += f"Unable to index element {less} of {which.lower()} {name}\n"
        self._refuse(msg, self._truncateMessage(differing, self._pretty_diff(seq1, seq2)))

    def _pretty_diff(self, one, other):
        try:
            import difflib
            import pprint
        except ImportError:
            return ""
        return "\n" + "\n".join(difflib.ndiff(pprint.pformat(one).splitlines(), pprint.pformat(other).splitlines()))

    def assertListEqual(self, list1, list2, msg=None):
        self.assertSequenceEqual(list1, list2, msg, seq_type=list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        self.assertSequenceEqual(tuple1, tuple2, msg, seq_type=tuple)

    def assertSetEqual(self, set1, set2, msg=None):
        """A set-specific equality assertion."""
        differences = []
        for which, one, other in (("first", set1, set2), ("second", set2, set1)):
            try:
                differences.append(one.difference(other))
            except TypeError as e:
                self.fail("invalid type when attempting set difference: %s" % e)
            except AttributeError as e:
                self.fail(f"{which} argument does not support set difference: {e}")
        if not (differences[0] or differences[1]):
            return
        lines = []
        for which, difference in zip(("first", "second"), differences):
            if difference:
                lines.append(f"Items in the {which} set but not the {'second' if which == 'first' else 'first'}:")
                lines += [repr(item) for item in difference]
        self._refuse(msg, "\n".join(lines))

    def assertDictEqual(self, d1, d2, msg=None):
        self.assertIsInstance(d1, dict, "First argument is not a dictionary")
        self.assertIsInstance(d2, dict, "Second argument is not a dictionary")
        if d1 != d2:
            self._refuse(msg, self._truncateMessage("%s != %s" % _common_reprs(d1, d2), self._pretty_diff(d1, d2)))

    def assertCountEqual(self, first, second, msg=None):
        """Asserts that two iterables have the same elements, the same number of times, without regard to order."""
        differences = _counted_difference(first, second)
        if differences:
            lines = ["First has %d, Second has %d:  %r" % difference for difference in differences]
            self._refuse(msg, self._truncateMessage("Element counts were not equal:\n", "\n".join(lines)))

    def assertMultiLineEqual(self, first, second, msg=None):
        """Assert that two multi-line strings are equal."""
        self.assertIsInstance(first, str, "First argument is not a string")
        self.assertIsInstance(second, str, "Second argument is not a string")
        if first == second:
            return
        shown = "%s != %s" % _common_reprs(first, second)
        diff = ""
        if len(first) <= self._diffThreshold and len(second) <= self._diffThreshold:
            first_lines, second_lines = first.splitlines(keepends=True), second.splitlines(keepends=True)
            if len(first_lines) == 1 and first.strip("\r\n") == first:
                first_lines, second_lines = [first + "\n"], [second + "\n"]
            try:
                import difflib
                diff = "\n" + "".join(difflib.ndiff(first_lines, second_lines))
            except ImportError:
                pass
        self._refuse(msg, self._truncateMessage(shown, diff))

    # ---- exceptions, warnings, logs

    def assertRaises(self, expected_exception, *args, **kwargs):
        """Fail unless the exception is raised by the callable, or in the `with` block."""
        context = AssertRaises(expected_exception, self)
        try:
            return context.handle("assertRaises", args, kwargs)
        finally:
            context = None

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        """Asserts that the message in a raised exception matches a regex."""
        return AssertRaises(expected_exception, self, expected_regex).handle("assertRaisesRegex", args, kwargs)

    def assertWarns(self, expected_warning, *args, **kwargs):
        return AssertWarns(expected_warning, self).handle("assertWarns", args, kwargs)

    def assertWarnsRegex(self, expected_warning, expected_regex, *args, **kwargs):
        return AssertWarns(expected_warning, self, expected_regex).handle("assertWarnsRegex", args, kwargs)

    def assertLogs(self, logger=None, level=None):
        return AssertLogs(self, logger, level, no_logs=False)

    def assertNoLogs(self, logger=None, level=None):
        return AssertLogs(self, logger, level, no_logs=True)

    def assertRegex(self, text, expected_regex, msg=None):
        """Fail the test unless the text matches the regular expression."""
        if isinstance(expected_regex, (str, bytes)):
            assert expected_regex, "expected_regex must not be empty."
            expected_regex = re.compile(expected_regex)
        if not expected_regex.search(text):
            self._refuse(msg, f"Regex didn't match: {expected_regex.pattern!r} not found in {text!r}")

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        if isinstance(unexpected_regex, (str, bytes)):
            unexpected_regex = re.compile(unexpected_regex)
        match = unexpected_regex.search(text)
        if match:
            self._refuse(msg, f"Regex matched: {text[match.start():match.end()]!r} matches {unexpected_regex.pattern!r} in {text!r}")
