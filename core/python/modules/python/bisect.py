# SPDX-License-Identifier: GPL-3.0-or-later
"""Bisection algorithms."""

from _bisect import bisect_left, bisect_right, insort_left, insort_right

bisect = bisect_right
insort = insort_right
