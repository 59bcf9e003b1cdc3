"""What can be measured of a picture, from its data as `memtape export … -o OUT.json` writes it."""
import itertools
import math
import statistics

near = 1.5  # two lines closer than this are one line to the eye
level = math.sin(math.radians(3))  # two pieces of arrows are parallel up to this angle
least_run = 16  # and run side by side for so long


def alive(picture):
    return [box for box in picture["boxes"] if "released" not in box["marks"]]


def area(rect):
    return rect[2] * rect[3]


def covers(a, b, by=1):
    """Whether two rectangles have more in common than an edge."""
    return (min(a[0] + a[2], b[0] + b[2]) - max(a[0], b[0]) > by) and (min(a[1] + a[3], b[1] + b[3]) - max(a[1], b[1]) > by)


def overlaps(picture):
    rects = [thing["rect"] for thing in picture["boxes"] + picture["cards"]]
    return sum(covers(a, b) for a, b in itertools.combinations(rects, 2))


class Line:
    """An arrow as its pieces, with what surrounds them, so that most pairs need no closer look."""

    def __init__(self, arrow):
        self.arrow, self.to, self.points = arrow, arrow["to"], arrow["points"]
        self.pieces = list(zip(self.points, self.points[1:]))
        xs, ys = [p[0] for p in self.points], [p[1] for p in self.points]
        self.bounds = (min(xs), min(ys), max(xs), max(ys))
        self.length = sum(math.dist(a, b) for a, b in self.pieces)

    def apart(self, other, by=0):
        a, b = self.bounds, other.bounds
        return a[2] + by < b[0] or b[2] + by < a[0] or a[3] + by < b[1] or b[3] + by < a[1]

    def rest(self, piece, point):
        """The way from a point of a piece to the tip."""
        return [point] + self.points[piece + 1:]


def meeting(a, b, c, d):
    """Where two pieces cross; nothing where they are parallel or only touch at their ends."""
    way, other = (b[0] - a[0], b[1] - a[1]), (d[0] - c[0], d[1] - c[1])
    cross = way[0] * other[1] - way[1] * other[0]
    if abs(cross) < 1e-9 * max(1, math.hypot(*way) * math.hypot(*other)):
        return None
    along = ((c[0] - a[0]) * other[1] - (c[1] - a[1]) * other[0]) / cross
    across = ((c[0] - a[0]) * way[1] - (c[1] - a[1]) * way[0]) / cross
    if not (0 <= along < 1 and 0 <= across < 1):
        return None
    return (a[0] + along * way[0], a[1] + along * way[1])


def distance_to(point, line):
    best = math.inf
    for a, b in zip(line, line[1:]):
        way = (b[0] - a[0], b[1] - a[1])
        length = way[0] ** 2 + way[1] ** 2
        part = 0 if length == 0 else min(1, max(0, ((point[0] - a[0]) * way[0] + (point[1] - a[1]) * way[1]) / length))
        best = min(best, math.dist(point, (a[0] + part * way[0], a[1] + part * way[1])))
    return best


def are_joined(a, b):
    """Two ways to one tip that lie on one another: what crosses there is one arrow joining the other."""
    return all(distance_to(p, b) < near for p in a) and all(distance_to(p, a) < near for p in b)


def crossings_of(a, b):
    found = []
    if a.apart(b):
        return found
    for i, (p, q) in enumerate(a.pieces):
        for j, (r, s) in enumerate(b.pieces):
            if max(p[0], q[0]) < min(r[0], s[0]) or max(r[0], s[0]) < min(p[0], q[0]):
                continue
            if max(p[1], q[1]) < min(r[1], s[1]) or max(r[1], s[1]) < min(p[1], q[1]):
                continue
            at = meeting(p, q, r, s)
            if at is None or any(math.dist(at, other) < near for other in found):
                continue
            if a.to == b.to and are_joined(a.rest(i, at), b.rest(j, at)):
                continue
            found.append(at)
    return found


def crossings(lines):
    return sum(len(crossings_of(a, b)) for a, b in itertools.combinations(lines, 2))


def enters(line, rect):
    """Whether an arrow has a point more than a unit inside a rectangle."""
    left, top, right, bottom = rect[0] + 1, rect[1] + 1, rect[0] + rect[2] - 1, rect[1] + rect[3] - 1
    if line.bounds[2] <= left or line.bounds[0] >= right or line.bounds[3] <= top or line.bounds[1] >= bottom:
        return False
    for (x, y), (u, v) in line.pieces:
        first, last = 0.0, 1.0
        for start, way, low, high in ((x, u - x, left, right), (y, v - y, top, bottom)):
            if abs(way) < 1e-12:
                if not low < start < high:
                    first = 2.0
                continue
            a, b = sorted(((low - start) / way, (high - start) / way))
            first, last = max(first, a), min(last, b)
        if first < last:
            return True
    return False


def through_boxes(picture, lines):
    count = 0
    for line in lines:
        kind, which = line.arrow["from"][:2]
        for index, card in enumerate(picture["cards"]):
            count += not (kind == "card" and which == index) and enters(line, card["rect"])
        for box in picture["boxes"]:
            is_end = "released" not in box["marks"] and (box["id"] == line.to or (kind == "box" and which == box["id"]))
            count += not is_end and enters(line, box["rect"])
    return count


def least_distance(lines):
    """Of arrows that run side by side; those that have joined on their way to one object are one. Nothing: no two do."""
    least = math.inf
    long_pieces = [(line, a, b, math.dist(a, b)) for line in lines for a, b in line.pieces if math.dist(a, b) >= least_run]
    for (one, a, b, length), (other, c, d, _) in itertools.combinations(long_pieces, 2):
        if one is other or one.apart(other, least):
            continue
        way, across = ((b[0] - a[0]) / length, (b[1] - a[1]) / length), (d[0] - c[0], d[1] - c[1])
        if abs(way[0] * across[1] - way[1] * across[0]) > level * math.hypot(*across):
            continue
        start, end = sorted((p[0] - a[0]) * way[0] + (p[1] - a[1]) * way[1] for p in (c, d))
        if min(length, end) - max(0, start) < least_run:
            continue
        apart = max(abs((p[0] - a[0]) * way[1] - (p[1] - a[1]) * way[0]) for p in (c, d))
        if not (one.to == other.to and apart < near):
            least = min(least, apart)
    return least


def pitch(boxes):
    """How far it is from a box to its neighbour: the median over the boxes. Nothing where there are less than two."""
    centres = [(x + w / 2, y + h / 2) for x, y, w, h in (box["rect"] for box in boxes)]
    if len(centres) < 2:
        return None
    return statistics.median(min(math.dist(a, b) for j, b in enumerate(centres) if i != j) for i, a in enumerate(centres))


def moved(pictures):
    """How many objects are not at one place in all the pictures."""
    places = {}
    for picture in pictures:
        for box in alive(picture):
            places.setdefault((box["id"], box["made_at"]), set()).add(tuple(box["rect"][:2]))
    return sum(len(found) > 1 for found in places.values())


def of_picture(picture):
    lines = [Line(arrow) for arrow in picture["arrows"]]
    boxes = alive(picture)
    step = pitch(boxes)
    return {
        "alive": len(boxes),
        "in sight": sum(box["in_sight"] for box in boxes),
        "crossings": crossings(lines),
        "length": statistics.mean(line.length for line in lines) / step if lines and step else None,
        "overlaps": overlaps(picture),
        "through": through_boxes(picture, lines),
        "parallel": least_distance(lines),
        "views": area([0, 0, *picture["size"]]) / area([0, 0, *picture["view"]]),
        "filled": sum(area(box["rect"]) for box in boxes) / area(picture["heap"]),
    }


def of_program(pictures):
    """The figures of several pictures of one program, as one row."""
    each = [of_picture(picture) for picture in pictures]
    lengths = [figures["length"] for figures in each if figures["length"] is not None]
    row = {key: sum(figures[key] for figures in each) for key in ("alive", "in sight", "crossings", "overlaps", "through")}
    row["most"] = max(figures["alive"] for figures in each)
    row["length"] = statistics.mean(lengths) if lengths else None
    row["parallel"] = min(figures["parallel"] for figures in each)
    row["views"] = max(figures["views"] for figures in each)
    row["filled"] = statistics.mean(figures["filled"] for figures in each)
    row["moved"] = moved(pictures)
    return row
