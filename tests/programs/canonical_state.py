"""A memory state as text that does not depend on addresses: objects are numbered as they are found from the names on the stack.

A state is one object of `memtape state --all --json`, or the same from CPython (trace_states.py)."""
import hashlib

NAMED = ("attributes", "closure", "locals")
LISTED = ("defaults", "args", "refs")
SINGLE = ("self", "function")
PLAIN = ("value", "name", "bases", "length", "cut")
NO_SIZE = ("type", "module", "method")  # they hold what is Memtape's or CPython's own


def has_shared_order(node, heap):
    """Whether both sides go through a set in one order: not where hashes come from addresses."""
    return node["type"] not in ("set", "frozenset") or all("value" in heap.get(str(r), {}) for r in node["items"])


def references(node, heap):
    if "items" in node and has_shared_order(node, heap):
        yield from node["items"]
    for pair in node.get("entries", ()):
        yield from pair
    for field in NAMED:
        names = node.get(field, {})
        yield from (names[name] for name in sorted(names))
    for field in LISTED:
        yield from node.get(field, ())
    for field in SINGLE:
        if field in node:
            yield node[field]


def number_objects(roots, heap):
    numbers, pending = {}, list(reversed(roots))
    while pending:
        ref = pending.pop()
        if ref not in numbers:
            numbers[ref] = len(numbers)
            pending.extend(reversed(list(references(heap.get(str(ref), {"type": "?"}), heap))))
    return numbers


def node_text(ref, numbers, heap):
    node = heap.get(str(ref), {"type": "?"})
    parts = [f"{numbers[ref]} {node['type']}"]
    if "size" in node and node["type"] not in NO_SIZE:
        parts.append(f"{node['size']} bytes")
    parts += [f"{field}={node[field]!r}" for field in PLAIN if field in node]
    if "items" in node:
        known = has_shared_order(node, heap)
        items = [numbers[r] for r in node["items"]] if known else sorted(heap.get(str(r), {}).get("type", "?") for r in node["items"])
        parts.append(f"items={items}")
    if "entries" in node:
        parts.append("entries=" + str([(numbers[k], numbers[v]) for k, v in node["entries"]]))
    for field in NAMED:
        if field in node:
            parts.append(f"{field}=" + str({name: numbers[node[field][name]] for name in sorted(node[field])}))
    parts += [f"{field}={[numbers[r] for r in node[field]]}" for field in LISTED if field in node]
    parts += [f"{field}={numbers[node[field]]}" for field in SINGLE if field in node]
    return " ".join(parts)


def canonical_text(state):
    heap = state["heap"]
    roots = [frame["locals"][name] for frame in state["stack"] for name in sorted(frame["locals"])]
    roots += [state[field] for field in ("return", "raised") if field in state]
    numbers = number_objects(roots, heap)
    lines = [f"file={state['file']!r}"] if "file" in state else []
    for frame in state["stack"]:
        names = {name: numbers[frame["locals"][name]] for name in sorted(frame["locals"])}
        lines.append(f"frame {frame['function']} line {frame['line']} {names}")
    lines += [f"{field} {numbers[state[field]]}" for field in ("return", "raised") if field in state]
    lines += [f"{field} {state[field]!r}" for field in ("exception", "stdout") if state.get(field)]
    lines += [node_text(ref, numbers, heap) for ref in numbers]
    return "\n".join(lines)


def summary(state):
    """One line: what the step is, and a hash of the whole state."""
    digest = hashlib.blake2b(canonical_text(state).encode("utf-8", "surrogatepass"), digest_size=5).hexdigest()
    return f"{state['event']} {state['line']} {state['function']} {digest}"
