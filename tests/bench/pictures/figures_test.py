#!/usr/bin/env python3
"""The figures of pictures that are drawn here by hand, so that what they must be is plain."""
import unittest

import figures


def box(id, x, y, w=100, h=50, marks=(), made_at=1):
    return {"id": id, "made_at": made_at, "rect": [x, y, w, h], "marks": list(marks), "in_sight": True, "cells": []}


def arrow(to, *points, source=("card", 0, 0)):
    return {"from": list(source), "to": to, "points": [list(point) for point in points], "kind": "plain"}


def picture(boxes=(), arrows=(), cards=()):
    return {"boxes": list(boxes), "arrows": list(arrows), "cards": list(cards), "size": [1000, 640], "view": [1000, 640], "heap": [330, 0, 670, 640]}


def measured(**parts):
    return figures.of_picture(picture(**parts))


class Crossings(unittest.TestCase):
    def test_two_lines_cross_once(self):
        self.assertEqual(measured(arrows=[arrow(1, (0, 0), (100, 100)), arrow(2, (0, 100), (100, 0))])["crossings"], 1)

    def test_a_line_crosses_another_twice(self):
        self.assertEqual(measured(arrows=[arrow(1, (0, 50), (100, 50)), arrow(2, (20, 0), (50, 100), (80, 0))])["crossings"], 2)

    def test_a_crossing_at_a_corner_is_one(self):
        self.assertEqual(measured(arrows=[arrow(1, (0, 50), (50, 50), (100, 50)), arrow(2, (50, 0), (50, 50), (50, 100))])["crossings"], 1)

    def test_side_by_side_is_no_crossing(self):
        self.assertEqual(measured(arrows=[arrow(1, (0, 0), (100, 0)), arrow(2, (0, 8), (100, 8))])["crossings"], 0)

    def test_joining_on_the_way_to_one_object_is_no_crossing(self):
        trunk = [(50, 50), (90, 50), (100, 50)]
        self.assertEqual(measured(arrows=[arrow(1, (0, 0), *trunk), arrow(1, (0, 99), (50.5, 49.9), *trunk[1:])])["crossings"], 0)

    def test_crossing_on_the_way_to_one_object_is_one(self):
        lines = [arrow(1, (0, 0), (50, 100), (100, 40)), arrow(1, (0, 100), (50, 0), (100, 60))]
        self.assertEqual(measured(arrows=lines)["crossings"], 2)


class Boxes(unittest.TestCase):
    def test_boxes_that_overlap_are_counted_by_pairs_and_touching_ones_not(self):
        self.assertEqual(measured(boxes=[box(1, 0, 0), box(2, 50, 20), box(3, 150, 20)])["overlaps"], 1)

    def test_an_arrow_through_a_box_that_is_neither_end(self):
        line = arrow(2, (10, 25), (300, 25), source=("box", 1, 0))
        self.assertEqual(measured(boxes=[box(1, 0, 0), box(2, 300, 0), box(3, 150, 0)], arrows=[line])["through"], 1)
        self.assertEqual(measured(boxes=[box(1, 0, 0), box(2, 300, 0), box(3, 150, 26)], arrows=[line])["through"], 0)

    def test_an_arrow_through_what_was_released(self):
        line = arrow(2, (10, 25), (300, 25), source=("box", 1, 0))
        self.assertEqual(measured(boxes=[box(1, 0, 0), box(2, 300, 0), box(2, 150, 0, marks=["released"])], arrows=[line])["through"], 1)

    def test_what_moved_is_told_by_id_and_birth(self):
        first, other_life, moved = picture([box(1, 0, 0)]), picture([box(1, 9, 0, made_at=5)]), picture([box(1, 0, 9)])
        self.assertEqual(figures.moved([first, other_life, first]), 0)
        self.assertEqual(figures.moved([first, moved]), 1)

    def test_length_is_over_the_distance_to_the_next_box(self):
        row = [box(i, 200 * i, 0) for i in range(3)]
        self.assertAlmostEqual(measured(boxes=row, arrows=[arrow(1, (0, 0), (300, 400))])["length"], 2.5)


class Parallels(unittest.TestCase):
    def distance(self, *arrows):
        return measured(arrows=arrows)["parallel"]

    def test_the_least_distance_of_two_that_run_side_by_side(self):
        lines = [arrow(1, (0, 0), (100, 0)), arrow(2, (50, 6), (150, 6)), arrow(3, (0, 40), (100, 40))]
        self.assertAlmostEqual(self.distance(*lines), 6)

    def test_one_behind_another_is_not_beside_it(self):
        self.assertEqual(self.distance(arrow(1, (0, 0), (100, 0)), arrow(2, (100, 6), (200, 6))), float("inf"))

    def test_joined_arrows_are_one(self):
        self.assertEqual(self.distance(arrow(1, (0, 0), (100, 0)), arrow(1, (0, 0.2), (100, 0))), float("inf"))
        self.assertLess(self.distance(arrow(1, (0, 0), (100, 0)), arrow(2, (0, 0.2), (100, 0.2))), 1)


unittest.main()
