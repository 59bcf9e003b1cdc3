# SPDX-License-Identifier: GPL-3.0-or-later
"""Questions about live objects: what kind they are, what they can be called with, what they say of themselves."""

import builtins
import collections
import enum
import functools
import sys
import types

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS, CO_NESTED, CO_GENERATOR = 1, 2, 4, 8, 16, 32
CO_COROUTINE, CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = 128, 256, 512
TPFLAGS_IS_ABSTRACT = 1 << 20

# ---- kinds


def ismodule(object):
    return isinstance(object, types.ModuleType)


def isclass(object):
    return isinstance(object, type)


def ismethod(object):
    return isinstance(object, types.MethodType)


def isfunction(object):
    return isinstance(object, types.FunctionType)


def isbuiltin(object):
    return isinstance(object, types.BuiltinFunctionType)


def ismethodwrapper(object):
    return isinstance(object, types.MethodWrapperType)


def isroutine(object):
    return isbuiltin(object) or isfunction(object) or ismethod(object) or ismethoddescriptor(object) or ismethodwrapper(object)


def ismethoddescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    kind = type(object)
    return hasattr(kind, "__get__") and not hasattr(kind, "__set__") and not hasattr(kind, "__delete__")


def isdatadescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    kind = type(object)
    return hasattr(kind, "__set__") or hasattr(kind, "__delete__")


def ismemberdescriptor(object):
    return isinstance(object, types.MemberDescriptorType)


def isgetsetdescriptor(object):
    return isinstance(object, types.GetSetDescriptorType)


def _has_flag(function, flag):
    while isinstance(function, (functools.partial, types.MethodType)):
        function = function.func if isinstance(function, functools.partial) else function.__func__
    return isfunction(function) and bool(function.__code__.co_flags & flag)


_is_coroutine_mark = object()


def markcoroutinefunction(func):
    target = func.__func__ if hasattr(func, "__func__") else func
    target._is_coroutine_marker = _is_coroutine_mark
    return func


def isgeneratorfunction(obj):
    return _has_flag(obj, CO_GENERATOR)


def iscoroutinefunction(obj):
    return _has_flag(obj, CO_COROUTINE) or getattr(getattr(obj, "__func__", obj), "_is_coroutine_marker", None) is _is_coroutine_mark


def isasyncgenfunction(obj):
    return _has_flag(obj, CO_ASYNC_GENERATOR)


def isgenerator(object):
    return isinstance(object, types.GeneratorType)


def iscoroutine(object):
    return isinstance(object, types.CoroutineType)


def isasyncgen(object):
    return isinstance(object, types.AsyncGeneratorType)


def isawaitable(object):
    return (isinstance(object, types.CoroutineType) or isinstance(object, types.GeneratorType) and bool(object.gi_code.co_flags & CO_ITERABLE_COROUTINE) or
            isinstance(object, collections.abc.Awaitable))


def istraceback(object):
    return isinstance(object, types.TracebackType)


def isframe(object):
    return isinstance(object, types.FrameType)


def iscode(object):
    return isinstance(object, types.CodeType)


def isabstract(object):
    """Return true if the object is an abstract base class (ABC)."""
    return isinstance(object, type) and bool(getattr(object, "__abstractmethods__", None))


# ---- states

GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = "GEN_CREATED", "GEN_RUNNING", "GEN_SUSPENDED", "GEN_CLOSED"
CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED = "CORO_CREATED", "CORO_RUNNING", "CORO_SUSPENDED", "CORO_CLOSED"
AGEN_CREATED, AGEN_RUNNING, AGEN_SUSPENDED, AGEN_CLOSED = "AGEN_CREATED", "AGEN_RUNNING", "AGEN_SUSPENDED", "AGEN_CLOSED"


def _state(o, letters, word):
    if getattr(o, letters + "_running"):
        return word + "_RUNNING"
    if getattr(o, letters + "_suspended"):
        return word + "_SUSPENDED"
    return word + ("_CLOSED" if getattr(o, letters + "_frame") is None else "_CREATED")


def getgeneratorstate(generator):
    return _state(generator, "gi", "GEN")


def getcoroutinestate(coroutine):
    return _state(coroutine, "cr", "CORO")


def getasyncgenstate(agen):
    return _state(agen, "ag", "AGEN")


def _locals(frame):
    return frame.f_locals if frame is not None else {}


def getgeneratorlocals(generator):
    if not isgenerator(generator):
        raise TypeError(f"{generator!r} is not a Python generator")
    return _locals(generator.gi_frame)


def getcoroutinelocals(coroutine):
    return _locals(coroutine.cr_frame)


def getasyncgenlocals(agen):
    return _locals(agen.ag_frame)


# ---- members, documents, sources

def getmembers(object, predicate=None):
    """All the members of an object as (name, value) pairs sorted by name."""
    names = set(dir(object))
    if isclass(object):
        for base in object.__bases__:
            names.update(k for k, v in base.__dict__.items() if isinstance(v, types.DynamicClassAttribute))
    found = []
    for name in sorted(names):
        try:
            value = getattr(object, name)
        except AttributeError:
            for base in getattr(object, "__mro__", type(object).__mro__):
                if name in base.__dict__:
                    value = base.__dict__[name]
                    break
            else:
                continue
        if predicate is None or predicate(value):
            found.append((name, value))
    return found


def getattr_static(obj, attr, default=...):
    """An attribute without any descriptor, __getattr__ or __getattribute__ being asked."""
    kinds = obj.__mro__ if isinstance(obj, type) else type(obj).__mro__
    if not isinstance(obj, type):
        try:
            space = object.__getattribute__(obj, "__dict__")
        except AttributeError:
            space = {}
        in_class = next((c.__dict__[attr] for c in kinds if attr in c.__dict__), ...)
        if in_class is not ... and (isdatadescriptor(in_class) or attr not in space):
            return in_class
        if attr in space:
            return space[attr]
    else:
        for kind in (*kinds, *type(obj).__mro__):
            if attr in kind.__dict__:
                return kind.__dict__[attr]
    if default is ...:
        raise AttributeError(attr)
    return default


def getmro(cls):
    return cls.__mro__


def unwrap(func, *, stop=None):
    """The function behind what functools.wraps has marked."""
    first, seen = func, {id(func)}
    while not isinstance(func, type) and hasattr(func, "__wrapped__"):
        if stop is not None and stop(func):
            break
        func = func.__wrapped__
        if id(func) in seen:
            raise ValueError(f"wrapper loop when unwrapping {first!r}")
        seen.add(id(func))
    return func


def cleandoc(doc):
    """A docstring without the indentation that it has from its place in the program."""
    lines = doc.expandtabs().split("\n")
    indents = [len(line) - len(line.lstrip(" ")) for line in lines[1:] if line.lstrip(" ")]
    margin = min(indents, default=0)
    lines = [lines[0].lstrip(" ")] + [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(lines)


def getdoc(object):
    """The documentation of an object, cleaned; that of what it inherits from where it has none itself."""
    doc = getattr(object, "__doc__", None)
    if doc is None and isclass(object):
        doc = next((b.__doc__ for b in object.__mro__ if b is not builtins.object and b.__doc__), None)
    elif doc is None and ismethod(object):
        kind = object.__self__ if isclass(object.__self__) else type(object.__self__)
        doc = next((d for b in kind.__mro__ if (d := getattr(b.__dict__.get(object.__name__), "__doc__", None))), None)
    return cleandoc(doc) if isinstance(doc, str) else None


def getmodule(object, _filename=None):
    if ismodule(object):
        return object
    name = getattr(object, "__module__", None)
    return sys.modules.get(name)


def getmodulename(path):
    name = path.rpartition("/")[2]
    return name[:-3] if name.endswith(".py") else None


def getfile(object):
    """Work out which source or compiled file an object was defined in."""
    if ismodule(object):
        if getattr(object, "__file__", None):
            return object.__file__
        raise TypeError(f"{object!r} is a built-in module")
    if isclass(object):
        module = sys.modules.get(object.__module__)
        if getattr(module, "__file__", None):
            return module.__file__
        if object.__module__ == "__main__":
            raise OSError("source code not available")
        raise TypeError(f"{object!r} is a built-in class")
    code = _code_of(object)
    if code is None:
        raise TypeError(f"module, class, method, function, traceback, frame, or code object was expected, got {type(object).__name__}")
    return code.co_filename


getsourcefile = getfile


def _code_of(object):
    if ismethod(object):
        object = object.__func__
    if isfunction(object):
        return object.__code__
    if istraceback(object):
        return object.tb_frame.f_code
    if isframe(object):
        return object.f_code
    return object if iscode(object) else None


def getsourcelines(object):
    """The lines of an object's source, and the number of the first."""
    import linecache
    object = unwrap(object)
    lines = linecache.getlines(getfile(object))
    if not lines:
        raise OSError("could not get source code")
    if ismodule(object):
        return lines, 0
    if isclass(object):
        start = object.__firstlineno__ - 1
    else:
        start = _code_of(object).co_firstlineno - 1
    return _block(lines[start:]), start + 1


def _block(lines):
    # A definition goes on as long as lines are indented more than its head (or blank, or inside brackets of the head).
    head = next((i for i, line in enumerate(lines) if line.lstrip().startswith(("def ", "class ", "async def "))), None)
    if head is None:
        return lines[:1]
    indent = len(lines[head]) - len(lines[head].lstrip())
    end, depth, in_head = head, 0, True
    for i in range(head, len(lines)):
        text = lines[i].strip()
        if i > head and not in_head and text and not text.startswith("#") and len(lines[i]) - len(lines[i].lstrip()) <= indent:
            break
        if in_head:
            depth += sum(text.count(c) for c in "([{") - sum(text.count(c) for c in ")]}")
            in_head = depth > 0
        if text:
            end = i
    return lines[:end + 1]


def getsource(object):
    return "".join(getsourcelines(object)[0])


def currentframe():
    return sys._getframe(1)


def stack(context=1):
    frame, out = sys._getframe(1), []
    while frame is not None:
        out.append(FrameInfo(frame, frame.f_code.co_filename, frame.f_lineno, frame.f_code.co_name, None, None))
        frame = frame.f_back
    return out


FrameInfo = collections.namedtuple("FrameInfo", "frame filename lineno function code_context index")
Traceback = collections.namedtuple("Traceback", "filename lineno function code_context index")


def getframeinfo(frame, context=1):
    line = frame.tb_lineno if istraceback(frame) else frame.f_lineno
    frame = frame.tb_frame if istraceback(frame) else frame
    return Traceback(frame.f_code.co_filename, line, frame.f_code.co_name, None, None)


# ---- signatures

class _empty:
    """Marks what a signature does not have."""


class _ParameterKind(enum.IntEnum):
    POSITIONAL_ONLY = 0
    POSITIONAL_OR_KEYWORD = 1
    VAR_POSITIONAL = 2
    KEYWORD_ONLY = 3
    VAR_KEYWORD = 4

    def __str__(self):
        return self.name

    @property
    def description(self):
        return ("positional-only", "positional or keyword", "variadic positional", "keyword-only", "variadic keyword")[self.value]


def formatannotation(annotation, base_module=None):
    if getattr(annotation, "__module__", None) == "typing":
        return repr(annotation).replace("typing.", "")
    if isinstance(annotation, types.GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ("builtins", base_module):
            return annotation.__qualname__
        return annotation.__module__ + "." + annotation.__qualname__
    return repr(annotation)


class Parameter:
    """Represents a parameter in a function signature."""

    __slots__ = ("_name", "_kind", "_default", "_annotation")

    POSITIONAL_ONLY = _ParameterKind.POSITIONAL_ONLY
    POSITIONAL_OR_KEYWORD = _ParameterKind.POSITIONAL_OR_KEYWORD
    VAR_POSITIONAL = _ParameterKind.VAR_POSITIONAL
    KEYWORD_ONLY = _ParameterKind.KEYWORD_ONLY
    VAR_KEYWORD = _ParameterKind.VAR_KEYWORD
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        try:
            self._kind = _ParameterKind(kind)
        except ValueError:
            raise ValueError(f"value {kind!r} is not a valid Parameter.kind") from None
        if default is not _empty and self._kind in (self.VAR_POSITIONAL, self.VAR_KEYWORD):
            raise ValueError(f"{self._kind.description} parameters cannot have default values")
        if name is _empty:
            raise ValueError("name is a required attribute for Parameter")
        if not isinstance(name, str):
            raise TypeError(f"name must be a str, not a {type(name).__name__}")
        import keyword
        if keyword.iskeyword(name) and self._kind is not self.POSITIONAL_ONLY or not name.isidentifier():
            raise ValueError(f"{name!r} is not a valid parameter name")
        self._name, self._default, self._annotation = name, default, annotation

    name = property(lambda self: self._name)
    kind = property(lambda self: self._kind)
    default = property(lambda self: self._default)
    annotation = property(lambda self: self._annotation)

    def replace(self, *, name=..., kind=..., annotation=..., default=...):
        return type(self)(self._name if name is ... else name, self._kind if kind is ... else kind,
                          default=self._default if default is ... else default, annotation=self._annotation if annotation is ... else annotation)

    __replace__ = replace

    def __str__(self):
        text = self._name
        if self._annotation is not _empty:
            text += ": " + formatannotation(self._annotation)
        if self._default is not _empty:
            text += (" = " if self._annotation is not _empty else "=") + repr(self._default)
        return {self.VAR_POSITIONAL: "*", self.VAR_KEYWORD: "**"}.get(self._kind, "") + text

    def __repr__(self):
        return f'<{self.__class__.__name__} "{self}">'

    def __hash__(self):
        return hash((self._name, self._kind, self._annotation, self._default))

    def __eq__(self, other):
        if not isinstance(other, Parameter):
            return NotImplemented
        return (self._name, self._kind, self._default, self._annotation) == (other._name, other._kind, other._default, other._annotation)

    def __reduce__(self):
        return type(self), (self._name, self._kind), {"_default": self._default, "_annotation": self._annotation}

    def __setstate__(self, state):
        self._default, self._annotation = state["_default"], state["_annotation"]


class BoundArguments:
    """Result of Signature.bind: the arguments by the names of the parameters."""

    __slots__ = ("arguments", "_signature")

    def __init__(self, signature, arguments):
        self._signature, self.arguments = signature, arguments

    signature = property(lambda self: self._signature)

    @property
    def args(self):
        out = []
        for name, parameter in self._signature.parameters.items():
            if parameter.kind in (Parameter.VAR_KEYWORD, Parameter.KEYWORD_ONLY) or name not in self.arguments:
                break
            if parameter.kind is Parameter.VAR_POSITIONAL:
                out.extend(self.arguments[name])
            else:
                out.append(self.arguments[name])
        return tuple(out)

    @property
    def kwargs(self):
        out, by_name = {}, False
        for name, parameter in self._signature.parameters.items():
            if not by_name:
                if parameter.kind in (Parameter.VAR_KEYWORD, Parameter.KEYWORD_ONLY):
                    by_name = True
                elif name not in self.arguments:
                    by_name = True
                    continue
            if not by_name or name not in self.arguments:
                continue
            if parameter.kind is Parameter.VAR_KEYWORD:
                out.update(self.arguments[name])
            else:
                out[name] = self.arguments[name]
        return out

    def apply_defaults(self):
        """Set default values for missing arguments."""
        filled = {}
        for name, parameter in self._signature.parameters.items():
            if name in self.arguments:
                filled[name] = self.arguments[name]
            elif parameter.default is not _empty:
                filled[name] = parameter.default
            elif parameter.kind is Parameter.VAR_POSITIONAL:
                filled[name] = ()
            elif parameter.kind is Parameter.VAR_KEYWORD:
                filled[name] = {}
        self.arguments = filled

    def __eq__(self, other):
        return (self.signature, self.arguments) == (other.signature, other.arguments) if isinstance(other, BoundArguments) else NotImplemented

    def __repr__(self):
        return "<{} ({})>".format(type(self).__name__, ", ".join(f"{name}={value!r}" for name, value in self.arguments.items()))


class Signature:
    """The parameters of a callable, in order, and what it returns."""

    __slots__ = ("_parameters", "_return_annotation")
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty):
        made, last, seen_default = {}, Parameter.POSITIONAL_ONLY, False
        for parameter in parameters or ():
            if parameter.kind < last:
                raise ValueError(f"wrong parameter order: {last.description} parameter before {parameter.kind.description} parameter")
            last = parameter.kind
            if parameter.kind in (Parameter.POSITIONAL_ONLY, Parameter.POSITIONAL_OR_KEYWORD):
                if parameter.default is _empty and seen_default:
                    raise ValueError("non-default argument follows default argument")
                seen_default = seen_default or parameter.default is not _empty
            if parameter.name in made:
                raise ValueError(f"duplicate parameter name: {parameter.name!r}")
            made[parameter.name] = parameter
        self._parameters = types.MappingProxyType(made)
        self._return_annotation = return_annotation

    parameters = property(lambda self: self._parameters)
    return_annotation = property(lambda self: self._return_annotation)

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
        return _signature(obj, cls, follow_wrapped)

    def replace(self, *, parameters=..., return_annotation=...):
        return type(self)(self._parameters.values() if parameters is ... else parameters,
                          return_annotation=self._return_annotation if return_annotation is ... else return_annotation)

    __replace__ = replace

    def bind(self, /, *args, **kwargs):
        """Get a BoundArguments object that maps the passed arguments to the parameters; TypeError where they do not fit."""
        return self._bind(args, kwargs, False)

    def bind_partial(self, /, *args, **kwargs):
        return self._bind(args, kwargs, True)

    def _bind(self, args, kwargs, partial):
        arguments, args, kwargs = {}, list(args), dict(kwargs)
        rest = None
        for parameter in self._parameters.values():
            name, kind = parameter.name, parameter.kind
            if kind is Parameter.VAR_POSITIONAL:
                if args:
                    arguments[name] = tuple(args)
                    args = []
            elif kind is Parameter.VAR_KEYWORD:
                rest = parameter
            elif args and kind is not Parameter.KEYWORD_ONLY:
                if name in kwargs and kind is Parameter.POSITIONAL_OR_KEYWORD:
                    raise TypeError(f"multiple values for argument {name!r}")
                arguments[name] = args.pop(0)
            elif name in kwargs and kind is not Parameter.POSITIONAL_ONLY:
                arguments[name] = kwargs.pop(name)
            elif parameter.default is _empty and not partial:
                if name in kwargs:
                    raise TypeError(f"{name!r} parameter is positional only, but was passed as a keyword")
                raise TypeError(f"missing a required argument: {name!r}")
        if args:
            raise TypeError("too many positional arguments")
        if kwargs:
            if rest is None:
                raise TypeError(f"got an unexpected keyword argument {next(iter(kwargs))!r}")
            arguments[rest.name] = kwargs
        return BoundArguments(self, arguments)

    def format(self, *, max_width=None):
        parts, marked_positional, marked_keyword = [], False, True
        for parameter in self._parameters.values():
            if parameter.kind is Parameter.POSITIONAL_ONLY:
                marked_positional = True
            elif marked_positional:
                parts.append("/")
                marked_positional = False
            if parameter.kind is Parameter.VAR_POSITIONAL:
                marked_keyword = False
            elif parameter.kind is Parameter.KEYWORD_ONLY and marked_keyword:
                parts.append("*")
                marked_keyword = False
            parts.append(str(parameter))
        if marked_positional:
            parts.append("/")
        text = f"({', '.join(parts)})"
        if max_width is not None and len(text) > max_width:
            text = "(\n    " + ",\n    ".join(parts) + "\n)"
        if self._return_annotation is not _empty:
            text += f" -> {formatannotation(self._return_annotation)}"
        return text

    def __str__(self):
        return self.format()

    def __repr__(self):
        return f"<{self.__class__.__name__} {self}>"

    def __hash__(self):
        return hash((tuple(self._parameters.values()), self._return_annotation))

    def __eq__(self, other):
        if not isinstance(other, Signature):
            return NotImplemented
        def split(signature):
            named = [p for p in signature._parameters.values() if p.kind is not Parameter.KEYWORD_ONLY]
            return named, {p.name: p for p in signature._parameters.values() if p.kind is Parameter.KEYWORD_ONLY}, signature._return_annotation
        return split(self) == split(other)

    def __reduce__(self):
        return type(self), (tuple(self._parameters.values()),), {"_return_annotation": self._return_annotation}

    def __setstate__(self, state):
        self._return_annotation = state["_return_annotation"]


def _of_function(function, cls):
    code = function.__code__
    names, flags = code.co_varnames, code.co_flags
    positional, keywords = code.co_argcount, code.co_kwonlyargcount
    defaults, keyword_defaults = function.__defaults__ or (), function.__kwdefaults__ or {}
    annotations = function.__annotations__
    parameters = []

    def add(name, kind, default=_empty):
        parameters.append(Parameter(name, kind, default=default, annotation=annotations.get(name, _empty)))

    for i in range(positional):
        kind = Parameter.POSITIONAL_ONLY if i < code.co_posonlyargcount else Parameter.POSITIONAL_OR_KEYWORD
        from_end = i - (positional - len(defaults))
        name = names[i]
        add(name if not name.startswith(".") else f"implicit{name[1:]}", kind, defaults[from_end] if from_end >= 0 else _empty)
    at = positional + keywords
    if flags & CO_VARARGS:
        add(names[at], Parameter.VAR_POSITIONAL)
        at += 1
    for name in names[positional:positional + keywords]:
        add(name, Parameter.KEYWORD_ONLY, keyword_defaults.get(name, _empty))
    if flags & CO_VARKEYWORDS:
        add(names[at], Parameter.VAR_KEYWORD)
    return cls(parameters, return_annotation=annotations.get("return", _empty))


def _without_first(signature):
    parameters = list(signature.parameters.values())
    if not parameters or parameters[0].kind in (Parameter.VAR_KEYWORD, Parameter.KEYWORD_ONLY):
        raise ValueError("invalid method signature")
    if parameters[0].kind is not Parameter.VAR_POSITIONAL:
        parameters.pop(0)
    return signature.replace(parameters=parameters)


def _of_partial(made, cls):
    inner = _signature(made.func, cls, True)
    bound = inner.bind_partial(*made.args, **(made.keywords or {}))
    parameters, by_name = [], False
    for name, parameter in inner.parameters.items():
        if name in bound.arguments and parameter.kind not in (Parameter.VAR_POSITIONAL, Parameter.VAR_KEYWORD):
            if name not in made.keywords:
                continue
            by_name = True
            parameter = parameter.replace(default=made.keywords[name], kind=Parameter.KEYWORD_ONLY)
        elif by_name and parameter.kind is Parameter.POSITIONAL_OR_KEYWORD:
            parameter = parameter.replace(kind=Parameter.KEYWORD_ONLY)
        elif by_name and parameter.kind is Parameter.VAR_POSITIONAL:
            continue
        parameters.append(parameter)
    return inner.replace(parameters=parameters)


def _of_text(obj, cls, text):
    # What C functions say in __text_signature__: "($self, a, b=1, /, *, c=None)"
    space = {}
    text = text.replace("$module, ", "").replace("$module", "").replace("$self, ", "").replace("$self", "").replace("$type, ", "")
    text = text.replace("(/, ", "(").replace("(/)", "()")
    try:
        exec(f"def f{text}: pass", space)
    except SyntaxError:
        raise ValueError(f"{obj!r} has invalid signature") from None
    return _of_function(space["f"], cls)


def _signature(obj, cls=Signature, follow_wrapped=True):
    if not callable(obj):
        raise TypeError(f"{obj!r} is not a callable object")
    if ismethod(obj):
        return _without_first(_signature(obj.__func__, cls, follow_wrapped))
    if follow_wrapped:
        obj = unwrap(obj, stop=lambda f: hasattr(f, "__signature__") or ismethod(f))
        if ismethod(obj):
            return _signature(obj, cls)
    known = getattr(obj, "__signature__", None)
    if known is not None:
        if not isinstance(known, Signature):
            raise TypeError(f"unexpected object {known!r} in __signature__ attribute")
        return known
    if isfunction(obj):
        return _of_function(obj, cls)
    if isinstance(obj, functools.partial):
        return _of_partial(obj, cls)
    if isinstance(obj, type):
        return _of_class(obj, cls)
    text = getattr(obj, "__text_signature__", None)
    if text:
        return _of_text(obj, cls, text)
    caller = getattr(type(obj), "__call__", None)
    if isfunction(caller):
        return _without_first(_of_function(caller, cls))
    raise ValueError(f"no signature found for builtin {obj!r}" if isroutine(obj) else f"callable {obj!r} is not supported by signature")


def _of_class(obj, cls):
    caller = getattr_static(type(obj), "__call__", None)
    if type(obj) is not type and isfunction(caller):
        return _without_first(_of_function(caller, cls))
    for name, plain in (("__new__", object.__new__), ("__init__", object.__init__)):
        for base in obj.__mro__:
            found = base.__dict__.get(name)
            if found is None or base is object:
                continue
            found = found.__func__ if isinstance(found, staticmethod) else found
            if isfunction(found) or hasattr(found, "__wrapped__"):
                return _without_first(_signature(found, cls))
            break
    if obj.__text_signature__:
        return _of_text(obj, cls, obj.__text_signature__)
    if obj.__init__ is object.__init__ and obj.__new__ is object.__new__:
        return cls()
    raise ValueError(f"no signature found for builtin type {obj!r}")


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    """Get a signature object for the passed callable."""
    return Signature.from_callable(obj, follow_wrapped=follow_wrapped)


FullArgSpec = collections.namedtuple("FullArgSpec", "args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults, annotations")


def getfullargspec(func):
    """The names and defaults of a callable's parameters."""
    try:
        found = _of_function(func, Signature) if isfunction(func) else _signature(func)
    except Exception as error:
        raise TypeError("unsupported callable") from error
    args, defaults, only, only_defaults, annotations = [], [], [], {}, {}
    varargs = varkw = None
    if found.return_annotation is not _empty:
        annotations["return"] = found.return_annotation
    for p in found.parameters.values():
        if p.kind in (Parameter.POSITIONAL_ONLY, Parameter.POSITIONAL_OR_KEYWORD):
            args.append(p.name)
            if p.default is not _empty:
                defaults.append(p.default)
        elif p.kind is Parameter.VAR_POSITIONAL:
            varargs = p.name
        elif p.kind is Parameter.KEYWORD_ONLY:
            only.append(p.name)
            if p.default is not _empty:
                only_defaults[p.name] = p.default
        else:
            varkw = p.name
        if p.annotation is not _empty:
            annotations[p.name] = p.annotation
    return FullArgSpec(args, varargs, varkw, tuple(defaults) or None, only, only_defaults or None, annotations)


def getcallargs(func, /, *positional, **named):
    bound = _signature(func.__func__ if ismethod(func) else func).bind(*((func.__self__,) if ismethod(func) else ()), *positional, **named)
    bound.apply_defaults()
    return dict(bound.arguments)


ClosureVars = collections.namedtuple("ClosureVars", "nonlocals globals builtins unbound")


def getclosurevars(func):
    """The names that a function takes from around it, and what they are bound to now."""
    func = func.__func__ if ismethod(func) else func
    if not isfunction(func):
        raise TypeError(f"{func!r} is not a Python function")
    code = func.__code__
    nonlocals = {name: cell.cell_contents for name, cell in zip(code.co_freevars, func.__closure__ or ())}
    spaces, built, unbound = {}, {}, set()
    builtin_names = vars(builtins)
    for name in code.co_names:
        if name in func.__globals__:
            spaces[name] = func.__globals__[name]
        elif name in builtin_names:
            built[name] = builtin_names[name]
        else:
            unbound.add(name)
    return ClosureVars(nonlocals, spaces, built, unbound)


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    found = obj.__dict__.get("__annotations__", {}) if isinstance(obj, type) else getattr(obj, "__annotations__", None) or {}
    if not eval_str:
        return dict(found)
    space = globals or (vars(sys.modules.get(obj.__module__)) if isinstance(obj, type) else getattr(obj, "__globals__", {}))
    return {key: eval(value, space, locals) if isinstance(value, str) else value for key, value in found.items()}
