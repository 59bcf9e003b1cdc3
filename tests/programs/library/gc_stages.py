# What a collection does, stage by stage: who is finalized, in which order; what weak references tell; what comes back; what is kept.
import gc
import sys
import weakref

gc.collect()
gc.disable()
sys.unraisablehook = lambda unraisable: print("  unraisable", type(unraisable.exc_value).__name__, unraisable.exc_value)
kept = []


class Node:
    def __init__(self, name):
        self.name = name
        self.others = []

    def __repr__(self):
        return self.name


class Told(Node):
    def __del__(self):
        print("  finalized", self.name)


class Returning(Node):
    def __del__(self):
        print("  comes back", self.name)
        kept.append(self)


class Failing(Node):
    def __del__(self):
        raise ValueError(self.name)


class Closing(Node):
    def __del__(self):
        print("  collects in", self.name, gc.collect())


def ring(kinds):
    nodes = [kind(f"{kind.__name__}{i}") for i, kind in enumerate(kinds)]
    for a, b in zip(nodes, nodes[1:] + nodes[:1]):
        a.others.append(b)
    return nodes


def state(generation=0):
    """How the last figures have changed, and what the generations hold of our nodes."""
    return [[o.name for o in gc.get_objects(i) if issubclass(type(o), Node)] for i in range(3)]


def collect(title, generation=2):
    before = [g["collected"] for g in gc.get_stats()]
    print(title)
    found = gc.collect(generation)
    after = [g["collected"] for g in gc.get_stats()]
    print("  found", found, [b - a for a, b in zip(before, after)], state())


collect("nothing")

ring([Told, Told, Told])
collect("a ring")

ring([Told, Returning, Told])
collect("one comes back, and the ring with it")
kept.clear()
collect("it is finalized once only")

ring([Failing, Told, Failing])
collect("a finalizer raises")

ring([Closing, Told])
collect("a finalizer collects")

ring([Returning, Told])[0].others.append(ring([Told, Told])[0])
ring([Told])
collect("two rings, one leading to the other, and a third")
print("  ", kept)
kept.clear()
collect("again")

# ---- order: what is found reachable late ----
nodes = ring([Told] * 6)
outer = Node("outer")
outer.others.append(nodes[3])
del nodes
collect("reachable through the last one made", 0)
collect("and once more", 1)
outer.others.clear()
collect("the young do not hold it", 0)
collect("the old do")

holder = [None]
holder[0] = Told("held by a list")
tail = ring([Told, Told])
tail[0].others.append(holder)
holder.append(tail[1])
del tail
collect("held from an early container", 0)
del holder
collect("let go")

# ---- weak references ----
def tell(name):
    return lambda reference: print("  told", name, reference())


nodes = ring([Told, Node, Told])
references = [weakref.ref(n, tell(f"{n} {i}")) for i in range(2) for n in nodes]
inside = weakref.ref(nodes[0], tell("never: it dies too"))
nodes[1].reference = inside
proxy = weakref.proxy(nodes[2], tell("proxy"))
plain = weakref.ref(nodes[1])
del nodes, inside
collect("weak references with callbacks")
print("  ", [r() for r in references], plain())

nodes = ring([Returning])
reference = weakref.ref(nodes[0], tell("back"))
del nodes
collect("a reference to what comes back")
print("  ", reference(), kept)
kept.clear()
gc.collect()


def ends_next(reference):
    print("  ends the next one", len(references))
    references.clear()


def raises(reference):
    raise KeyError("callback")


nodes = ring([Node, Node, Node])
references = [weakref.ref(n, ends_next) for n in nodes]
failing = weakref.ref(nodes[2], raises)
del nodes
collect("callbacks that drop others, and raise")

table = weakref.WeakValueDictionary()
nodes = ring([Node, Node])
table["a"], table["b"] = nodes
finalizer = weakref.finalize(nodes[0], print, "  finalize")
del nodes
collect("a table of weak references")
print("  ", len(table), finalizer.alive)

# ---- saved, frozen, in generations ----
gc.set_debug(gc.DEBUG_SAVEALL)
ring([Told, Node])
collect("saved")
print("  ", [o for o in gc.garbage if issubclass(type(o), Node)], len(gc.garbage))
gc.set_debug(0)
gc.garbage.clear()
collect("not saved")

ring([Told])
before = gc.get_freeze_count()
gc.freeze()
collect("frozen")
print("  ", gc.get_freeze_count() > before, gc.get_count()[1:])
gc.unfreeze()
print("  ", gc.get_freeze_count(), state())
collect("unfrozen")


def watch(phase, info):
    print("  ", phase, sorted(info.items()))


def fail(phase, info):
    raise RuntimeError(phase)


gc.callbacks += [watch, fail, watch]
ring([Told])
collect("callbacks", 1)
gc.callbacks.remove(fail)
ring([Told])
kept.append(Node("survivor"))
for generation in (0, 0, 1, 0, 2):
    collect(f"generation {generation}", generation)
    print("  ", gc.get_count()[1:])
gc.callbacks.clear()
kept.clear()

# ---- containers that are watched no longer ----
numbers, nested, mixed = tuple([1, 2]), ((1, 2), (3, (4,))), (1, [])
table, full = {"a": 1}, {"a": []}
table["b"] = (1, "x")
cases = [tuple([i]) for i in range(2)], numbers, nested, mixed, table, full
print([gc.is_tracked(c) for c in cases])
gc.collect(0)
print([gc.is_tracked(c) for c in cases])
gc.collect()
print([gc.is_tracked(c) for c in cases])

# ---- when a collection is due ----
log = []
gc.callbacks.append(lambda phase, info: log.append((phase[:3], info["generation"])))
old = gc.get_threshold()
gc.set_threshold(50, 2, 3)
gc.collect()
log.clear()
gc.enable()
many = []
for _ in range(2000):
    many.append([])
gc.disable()
print(len(log), log[:8])  # how many are full depends on how many objects there are
gc.set_threshold(0)
gc.enable()
log.clear()
many = [[] for _ in range(3000)]
print(log)
gc.set_threshold(*old)
gc.disable()
for wrong in (-1, 3):
    try:
        gc.collect(wrong)
    except ValueError as problem:
        print(problem)


# ---- a long list, in which every third is held ----
class Link:
    made = 0
    gone = digest = 0

    def __init__(self):
        self.number = Link.made
        Link.made += 1

    def __del__(self):
        Link.gone += 1
        Link.digest = (Link.digest * 31 + self.number) % 1000003
        if self.number % 7 == 0:
            held.append(self)


held = []
state_of = 5


def below(n):
    global state_of
    state_of = (state_of * 1103515245 + 12345) % 2147483648
    return (state_of >> 8) % n


for round in range(6):
    links = [Link() for _ in range(60)]
    for link in links:
        link.to = [links[below(60)] for _ in range(below(3))]
        link.me = link
    held = held[5:] + [links[below(60)] for _ in range(3)]
    weak = [weakref.ref(link, lambda r: below(5)) for link in links]
    del links, link
    print(round, gc.collect(round % 3), Link.gone, Link.digest, sum(r() is not None for r in weak), len(held), below(1000))
held.clear()
print(gc.collect(), Link.gone, Link.digest)
held.clear()
gc.collect()
print("end")
