"""Prints the memory states of a program as CPython 3.13 has them, in the form of `memtape state --all --json`: one JSON object at each
event of sys.settrace in the program's own files. trace_states.py PROGRAM.py MOST_STEPS; used by keep_states.py.

Looking must not change what the program sees: attributes are read from dicts and slots, past the program's own __getattribute__ and
__eq__, and no dict is asked for that is not there yet."""
import collections
import gc
import io
import json
import os
import sys
import types

HIDDEN = {"__module__", "__qualname__", "__dict__", "__weakref__", "__doc__", "__static_attributes__", "__firstlineno__", "__annotations__",
          "__builtins__", "__name__", "__file__", "__loader__", "__spec__", "__package__", "__cached__", "__classdictcell__", "__slots__",
          "__annotate__"}
SCALARS = (bool, int, float, complex, str, bytes, bytearray, range, type(None), type(...), type(NotImplemented))
SEQUENCES = (list, tuple, set, frozenset, collections.deque)
GENERATORS = {types.GeneratorType: "gi", types.CoroutineType: "cr", types.AsyncGeneratorType: "ag"}
OPAQUE = (types.TracebackType, types.FrameType, types.CodeType)
DEEPEST = 200  # a trace function written in Python needs room on the stack itself
LONGEST_VALUE = 65536
HEAP_TYPE, IMMUTABLE_TYPE = 1 << 9, 1 << 8  # bits of type.__flags__

namespace_of = type.__dict__["__dict__"].__get__
qualname_of = type.__dict__["__qualname__"].__get__
mro_of = type.__dict__["__mro__"].__get__
bases_of = type.__dict__["__bases__"].__get__


def first_of(kinds, value):
    return next((kind for kind in kinds if issubclass(type(value), kind)), None)


class Describer:
    """The objects reached from one state, as plain data: nothing of it keeps an object alive."""

    def __init__(self, is_program_module):
        self.heap, self.pending, self.is_program_module = {}, [], is_program_module

    def ref(self, value):
        self.pending.append(value)
        return id(value)

    def refs(self, values):
        return [self.ref(value) for value in values]

    def named(self, pairs):
        return {name: self.ref(value) for name, value in pairs if type(name) is str and name not in HIDDEN}

    def finish(self):
        while self.pending:
            value = self.pending.pop()
            if str(id(value)) not in self.heap:
                node = self.heap[str(id(value))] = {"type": type(value).__name__}
                self.describe(node, value)
        return self.heap

    def is_program_class(self, cls):
        return self.is_program_module(namespace_of(cls).get("__module__"))

    def describe(self, node, value):
        kind = type(value)
        if not any("__sizeof__" in namespace_of(cls) for cls in mro_of(kind) if self.is_program_class(cls)):
            node["size"] = sys.getsizeof(value)
        if kind in SCALARS:
            self.describe_value(node, kind, value)
        elif issubclass(kind, type):
            self.describe_class(node, value)
        elif kind is types.ModuleType:
            node["name"] = value.__name__
        elif kind is types.FunctionType:
            self.describe_function(node, value)
        elif kind is types.MethodType:
            node["self"], node["function"] = self.ref(value.__self__), self.ref(value.__func__)
        elif kind in GENERATORS:
            node["name"] = value.__qualname__
            frame, running = (getattr(value, GENERATORS[kind] + part) for part in ("_frame", "_running"))
            if frame is not None and not running:
                node["locals"] = self.named(frame.f_locals.items())
        elif kind not in OPAQUE:
            self.describe_instance(node, value)

    @staticmethod
    def describe_value(node, kind, value):
        text = kind.__repr__(value)
        node["value"] = text[:LONGEST_VALUE]
        if len(text) > LONGEST_VALUE:
            node["length"], node["cut"] = len(text), True

    def describe_class(self, node, cls):
        node["name"] = qualname_of(cls)
        if self.is_program_class(cls):
            node["bases"] = [qualname_of(base) for base in bases_of(cls)]
            hidden = (types.GetSetDescriptorType, types.MemberDescriptorType)
            node["attributes"] = self.named((name, value) for name, value in namespace_of(cls).items() if type(value) not in hidden)

    def describe_function(self, node, function):
        node["name"] = function.__qualname__
        if function.__defaults__:
            node["defaults"] = self.refs(function.__defaults__)
        if function.__closure__:
            cells = zip(function.__code__.co_freevars, function.__closure__)
            node["closure"] = self.named((name, cell.cell_contents) for name, cell in cells if gc.get_referents(cell))
        if function.__dict__:
            node["attributes"] = self.named(function.__dict__.items())

    def describe_instance(self, node, value):
        kind = type(value)
        program_classes = [cls for cls in mro_of(kind) if self.is_program_class(cls)]
        is_plain = True
        if issubclass(kind, dict):
            node["entries"] = [[self.ref(k), self.ref(v)] for k, v in dict.items(value)]
        elif base := first_of(SEQUENCES, value):
            node["items"] = self.refs(list(base.__iter__(value)))
        elif base := first_of(SCALARS, value):
            self.describe_value(node, base, value)
        elif issubclass(kind, BaseException):
            node["args"] = self.refs(BaseException.__dict__["args"].__get__(value))
        else:
            is_plain = bool(program_classes)
        attributes = self.attributes_of(value, program_classes)
        if attributes or (program_classes and is_plain):
            node["attributes"] = self.named(attributes.items())
        if not is_plain and not attributes:
            node["refs"] = self.refs(part for part in gc.get_referents(value) if part is not kind)

    def attributes_of(self, value, program_classes):
        attributes = {}
        for cls in mro_of(type(value)):
            getter = namespace_of(cls).get("__dict__")
            if type(getter) is types.GetSetDescriptorType:
                if self.has_dict(value, cls):
                    attributes.update(getter.__get__(value))
                break
        for cls in program_classes:
            for name, member in namespace_of(cls).items():
                if type(member) is types.MemberDescriptorType:
                    try:
                        attributes.setdefault(name, member.__get__(value))
                    except AttributeError:
                        pass
        return attributes


    @staticmethod
    def has_dict(value, cls):
        """Whether it is there already: an instance of a native type may have none yet, and asking would make it."""
        if cls.__name__ != "partial" and cls.__flags__ & (HEAP_TYPE | IMMUTABLE_TYPE) == HEAP_TYPE:
            return True  # of a class statement: there, if only in another form
        own_dicts = 1 if cls.__name__ == "partial" else 0  # its keywords
        return sum(type(part) is dict for part in gc.get_referents(value)) > own_dicts


class Tracer:
    def __init__(self, path, most_steps):
        self.path, self.folder, self.most_steps = path, os.path.dirname(path), most_steps
        self.states = os.fdopen(os.dup(1), "w", encoding="utf-8")
        self.output, self.told, self.steps = io.StringIO(), 0, 0
        # what the program may replace or set
        self.dump, self.set_digits, self.get_digits = json.dumps, sys.set_int_max_str_digits, sys.get_int_max_str_digits

    def is_program_module(self, name):
        if name == "__main__":
            return True
        module = sys.modules.get(name) if type(name) is str else None
        file = getattr(module, "__file__", None)
        return bool(file) and os.path.dirname(os.path.abspath(file)) == self.folder

    def is_program_frame(self, frame):
        return os.path.dirname(frame.f_code.co_filename) == self.folder

    @staticmethod
    def names_of(frame):
        # While an inlined comprehension runs in a module or class body, f_locals has its variables alone.
        if frame.f_code.co_name == "<module>":
            return {**frame.f_globals, **frame.f_locals}
        if not frame.f_code.co_flags & 1:
            spaces = [part for part in gc.get_referents(frame)
                      if type(part) is dict and part is not frame.f_globals and part is not frame.f_builtins]
            return {**(spaces[0] if spaces else {}), **frame.f_locals}
        return frame.f_locals

    def stop(self, note=None):
        if note:
            self.states.write(f"-- {note}\n")
        self.states.flush()
        os._exit(0)

    def on_event(self, frame, event, arg):
        if not self.is_program_frame(frame):
            return None
        if self.steps >= self.most_steps:
            self.stop(f"the first {self.most_steps} steps")
        frames, outer = [], frame
        while outer is not None:
            if self.is_program_frame(outer):
                frames.insert(0, outer)
            outer = outer.f_back
        if len(frames) > DEEPEST:
            self.stop(f"deeper than {DEEPEST} frames")
        digits = self.get_digits()
        self.set_digits(0)
        self.write_state(frame, frames, event, arg)
        self.set_digits(digits)
        self.steps += 1
        return self.on_event

    def write_state(self, frame, frames, event, arg):
        describer = Describer(self.is_program_module)
        state = {"step": self.steps, "event": event, "line": frame.f_lineno, "function": frame.f_code.co_qualname}
        if frame.f_code.co_filename != self.path:
            state["file"] = os.path.basename(frame.f_code.co_filename)
        state["stack"] = [{"function": f.f_code.co_qualname, "line": f.f_lineno, "locals": describer.named(self.names_of(f).items())} for f in frames]
        if event == "return":
            state["return"] = describer.ref(arg)
        elif event == "exception":
            state["exception"], state["raised"] = arg[0].__name__, describer.ref(arg[1])
        state["heap"] = describer.finish()
        text = self.output.getvalue()
        state["stdout"], self.told = text[self.told:], len(text)
        self.states.write(self.dump(state) + "\n")
        self.states.flush()

    def run(self):
        with open(self.path, encoding="utf-8") as file:
            code = compile(file.read(), self.path, "exec")
        main = types.ModuleType("__main__")
        main.__file__ = self.path
        main.__dict__["__builtins__"] = __builtins__
        sys.modules["__main__"] = main
        sys.argv = [self.path]
        sys.path[0] = self.folder
        sys.stdout = sys.__stdout__ = self.output
        try:
            sys.settrace(self.on_event)
            exec(code, main.__dict__)
        except BaseException:
            pass
        sys.settrace(None)
        self.stop()


Tracer(os.path.abspath(sys.argv[1]), int(sys.argv[2])).run()
