# SPDX-License-Identifier: GPL-3.0-or-later
"""Names for annotations. They are values that say what they were made from and do little else: nothing is checked when a program runs."""

import sys
import types
from abc import ABCMeta, abstractmethod

__all__ = ["AbstractSet", "Annotated", "Any", "AnyStr", "AsyncContextManager", "AsyncGenerator", "AsyncIterable", "AsyncIterator", "Awaitable",
           "BinaryIO", "ByteString", "Callable", "ChainMap", "ClassVar", "Collection", "Concatenate", "Container", "ContextManager", "Coroutine",
           "Counter", "DefaultDict", "Deque", "Dict", "Final", "ForwardRef", "FrozenSet", "Generator", "Generic", "Hashable", "IO", "ItemsView",
           "Iterable", "Iterator", "KeysView", "List", "Literal", "LiteralString", "Mapping", "MappingView", "MutableMapping",
           "MutableSequence", "MutableSet", "NamedTuple", "Never", "NewType", "NoDefault", "NoReturn", "NotRequired", "Optional", "OrderedDict",
           "ParamSpec", "ParamSpecArgs", "ParamSpecKwargs", "Protocol", "ReadOnly", "Required", "Reversible", "Self", "Sequence", "Set",
           "Sized", "SupportsAbs", "SupportsBytes", "SupportsComplex", "SupportsFloat", "SupportsIndex", "SupportsInt", "SupportsRound", "TYPE_CHECKING",
           "Text", "TextIO", "Tuple", "Type", "TypeAlias", "TypeAliasType", "TypeGuard", "TypeIs", "TypeVar", "TypeVarTuple", "TypedDict", "Union",
           "Unpack", "ValuesView", "assert_never", "assert_type", "cast", "clear_overloads", "dataclass_transform", "final", "get_args", "get_origin",
           "get_overloads", "get_protocol_members", "get_type_hints", "is_protocol", "is_typeddict", "no_type_check", "no_type_check_decorator",
           "overload", "override", "reveal_type", "runtime_checkable"]

TYPE_CHECKING = False


def _type_repr(obj):
    if isinstance(obj, tuple):
        return "[" + ", ".join(_type_repr(t) for t in obj) + "]"
    if isinstance(obj, types.GenericAlias):
        return repr(obj)
    if isinstance(obj, type):
        if obj.__module__ == "builtins":
            return obj.__qualname__
        return f"{obj.__module__}.{obj.__qualname__}"
    if obj is ...:
        return "..."
    if isinstance(obj, types.FunctionType):
        return obj.__name__
    if isinstance(obj, list):
        return "[" + ", ".join(_type_repr(t) for t in obj) + "]"
    return repr(obj)


def _type_check(arg, msg):
    arg = _type_convert(arg)
    if type(arg) is tuple:
        raise TypeError(f"{msg} Got {arg!r:.100}.")
    if arg is Generic or arg is Protocol:
        raise TypeError(f"Plain {arg} is not valid as type argument")
    if not callable(arg) and not isinstance(arg, (_SpecialForm, _Alias, ForwardRef, TypeVar, ParamSpec, types.UnionType, types.GenericAlias)):
        raise TypeError(f"{msg} Got {arg!r:.100}.")
    return arg


def _type_convert(arg):
    if arg is None:
        return type(None)
    if isinstance(arg, str):
        return ForwardRef(arg)
    return arg


def _collect_parameters(args):
    """The type variables in order of first appearance."""
    parameters = []
    for t in args:
        if isinstance(t, type):
            continue
        if isinstance(t, (tuple, list)):
            found = _collect_parameters(t)
        elif isinstance(t, (TypeVar, ParamSpec, TypeVarTuple)):
            found = (t,)
        else:
            found = getattr(t, "__parameters__", ())
        for p in found:
            if p not in parameters:
                parameters.append(p)
    return tuple(parameters)


def _substitute(arg, mapping):
    if isinstance(arg, (TypeVar, ParamSpec, TypeVarTuple)):
        return mapping.get(arg, arg)
    if isinstance(arg, (list, tuple)):
        return type(arg)(_substitute(a, mapping) for a in arg)
    params = () if isinstance(arg, type) and not isinstance(arg, types.GenericAlias) else getattr(arg, "__parameters__", ())
    if params:
        return arg[tuple(mapping.get(p, p) for p in params)]
    return arg


class _Final:
    __slots__ = ("__weakref__",)

    def __init_subclass__(cls, /, *args, _root=False, **kwds):
        if not _root:
            raise TypeError("Cannot subclass special typing classes")


class _NoDefaultType:
    def __repr__(self):
        return "typing.NoDefault"


NoDefault = _NoDefaultType()


# ---- special forms

class _SpecialForm(_Final, _root=True):
    __slots__ = ("_name", "_getitem", "_doc")

    def __init__(self, name, getitem=None, doc=None):
        self._name = name
        self._getitem = getitem
        self._doc = doc

    def __getattr__(self, item):
        if item in {"__name__", "__qualname__"}:
            return self._name
        raise AttributeError(item)

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass {self!r}")

    def __repr__(self):
        return "typing." + self._name

    def __reduce__(self):
        return self._name

    def __call__(self, *args, **kwds):
        raise TypeError(f"Cannot instantiate {self!r}")

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __instancecheck__(self, obj):
        raise TypeError(f"{self} cannot be used with isinstance()")

    def __subclasscheck__(self, cls):
        raise TypeError(f"{self} cannot be used with issubclass()")

    def __getitem__(self, parameters):
        if self._getitem is None:
            raise TypeError(f"{self} is not subscriptable")
        return self._getitem(self, parameters)

    @property
    def __module__(self):
        return "typing"


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError("typing.Any cannot be used with isinstance()")
        return super().__instancecheck__(obj)

    def __repr__(self):
        if self is Any:
            return "typing.Any"
        return super().__repr__()


class Any(metaclass=_AnyMeta):
    """Compatible with every type."""

    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return super().__new__(cls)


NoReturn = _SpecialForm("NoReturn")
Never = _SpecialForm("Never")
Self = _SpecialForm("Self")
LiteralString = _SpecialForm("LiteralString")
TypeAlias = _SpecialForm("TypeAlias")


def _one_parameter(form, parameters):
    item = _type_check(parameters, f"{form} accepts only single type.")
    return _Alias(form, (item,))


ClassVar = _SpecialForm("ClassVar", _one_parameter)
Final = _SpecialForm("Final", _one_parameter)
TypeGuard = _SpecialForm("TypeGuard", _one_parameter)
TypeIs = _SpecialForm("TypeIs", _one_parameter)
Required = _SpecialForm("Required", _one_parameter)
NotRequired = _SpecialForm("NotRequired", _one_parameter)
ReadOnly = _SpecialForm("ReadOnly", _one_parameter)
Unpack = _SpecialForm("Unpack", lambda form, parameters: _UnpackAlias(form, (parameters,)))


def _flatten_union(parameters):
    flat = []
    for p in parameters:
        inner = p.__args__ if isinstance(p, (_UnionAlias, types.UnionType)) else (p,)
        for q in inner:
            if q not in flat:
                flat.append(q)
    return tuple(flat)


def _union_getitem(form, parameters):
    if parameters == ():
        raise TypeError("Cannot take a Union of no types.")
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    parameters = tuple(_type_check(p, "Union[arg, ...]: each arg must be a type.") for p in parameters)
    parameters = _flatten_union(parameters)
    if len(parameters) == 1:
        return parameters[0]
    return _UnionAlias(form, parameters)


Union = _SpecialForm("Union", _union_getitem)
Optional = _SpecialForm("Optional", lambda form, p: Union[_type_check(p, "Optional[t] requires a single type."), type(None)])


def _literal_getitem(form, parameters):
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    flat = []
    for p in parameters:
        flat.extend(p.__args__ if isinstance(p, _LiteralAlias) else [p])
    seen, unique = [], []
    for p in flat:
        try:
            key = (p, type(p))
            if key in seen:
                continue
            seen.append(key)
        except TypeError:
            pass
        unique.append(p)
    return _LiteralAlias(form, tuple(unique))


Literal = _SpecialForm("Literal", _literal_getitem)


def _concatenate_getitem(form, parameters):
    if parameters == ():
        raise TypeError("Cannot take a Concatenate of no types.")
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    if not (parameters[-1] is ... or isinstance(parameters[-1], ParamSpec)):
        raise TypeError("The last parameter to Concatenate should be a ParamSpec variable or ellipsis.")
    return _Alias(form, parameters)


Concatenate = _SpecialForm("Concatenate", _concatenate_getitem)


def _annotated_getitem(form, params):
    if not isinstance(params, tuple) or len(params) < 2:
        raise TypeError("Annotated[...] should be used with at least two arguments (a type and an annotation).")
    origin = _type_check(params[0], "Annotated[t, ...]: t must be a type.")
    metadata = tuple(params[1:])
    if isinstance(origin, _AnnotatedAlias):
        metadata = origin.__metadata__ + metadata
        origin = origin.__origin__
    return _AnnotatedAlias(origin, metadata)


Annotated = _SpecialForm("Annotated", _annotated_getitem)


class ForwardRef(_Final, _root=True):
    """A name or expression in quotes, to be evaluated when asked."""

    __slots__ = ("__forward_arg__", "__forward_code__", "__forward_evaluated__", "__forward_value__", "__forward_is_argument__",
                 "__forward_is_class__", "__forward_module__")

    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f"Forward reference must be a string -- got {arg!r}")
        try:
            code = compile(arg, "<string>", "eval")
        except SyntaxError:
            raise SyntaxError(f"Forward reference must be an expression -- got {arg!r}")
        self.__forward_arg__ = arg
        self.__forward_code__ = code
        self.__forward_evaluated__ = False
        self.__forward_value__ = None
        self.__forward_is_argument__ = is_argument
        self.__forward_is_class__ = is_class
        self.__forward_module__ = module

    def _evaluate(self, globalns, localns):
        if not self.__forward_evaluated__ or localns is not globalns:
            if globalns is None and localns is None:
                globalns = localns = {}
            value = eval(self.__forward_code__, globalns, localns)
            self.__forward_value__ = _evaluate_type(_type_convert(value), globalns, localns)
            self.__forward_evaluated__ = True
        return self.__forward_value__

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        return self.__forward_arg__ == other.__forward_arg__ and self.__forward_module__ == other.__forward_module__

    def __hash__(self):
        return hash((self.__forward_arg__, self.__forward_module__))

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __repr__(self):
        module = "" if self.__forward_module__ is None else f", module={self.__forward_module__!r}"
        return f"ForwardRef({self.__forward_arg__!r}{module})"


def _evaluate_type(t, globalns, localns):
    if isinstance(t, ForwardRef):
        return t._evaluate(globalns, localns)
    if isinstance(t, (_Alias, types.GenericAlias, types.UnionType)):
        args = tuple(_evaluate_type(_type_convert(a) if isinstance(t, types.GenericAlias) and isinstance(a, str) else a, globalns, localns) for a in t.__args__)
        if args == t.__args__:
            return t
        if isinstance(t, types.GenericAlias):
            return types.GenericAlias(t.__origin__, args)
        if isinstance(t, types.UnionType):
            result = args[0]
            for a in args[1:]:
                result = result | a
            return result
        return t._copy_with(args)
    return t


# ---- type variables

class _Parameter:
    """What TypeVar, ParamSpec and TypeVarTuple have in common."""

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass an instance of {type(self).__name__}")

    def __init_subclass__(cls, /, *args, _root=False, **kwds):
        if not _root:
            raise TypeError(f"type 'typing.{cls.__mro__[1].__name__}' is not an acceptable base type")

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __reduce__(self):
        return self.__name__

    def has_default(self):
        return self.__default__ is not NoDefault

    @property
    def __default__(self):
        if self._evaluate_default is not None:
            self._default = self._evaluate_default()
            self._evaluate_default = None
        return self._default

    def _start(self, name, default):
        self.__name__ = name
        self._default = default
        self._evaluate_default = None
        try:
            module = sys._getframe(2).f_globals.get("__name__")
        except (AttributeError, ValueError):
            module = None
        if module is not None and module != "typing":
            self.__module__ = module

    def _variance(self):
        if self.__infer_variance__:
            return ""
        if self.__covariant__:
            return "+"
        return "-" if self.__contravariant__ else "~"

    def __repr__(self):
        return self._variance() + self.__name__


class TypeVar(_Parameter, _root=True):
    def __init__(self, name, *constraints, bound=None, default=NoDefault, covariant=False, contravariant=False, infer_variance=False):
        if covariant and contravariant:
            raise ValueError("Bivariant types are not supported.")
        if infer_variance and (covariant or contravariant):
            raise ValueError("Variance cannot be specified with infer_variance.")
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        if constraints and bound is not None:
            raise TypeError("Constraints cannot be combined with bound=...")
        self._start(name, default)
        self.__covariant__ = bool(covariant)
        self.__contravariant__ = bool(contravariant)
        self.__infer_variance__ = bool(infer_variance)
        self._bound = None if bound is None else _type_check(bound, "Bound must be a type.")
        self._constraints = tuple(_type_check(t, "TypeVar(name, constraint, ...): constraints must be types.") for t in constraints)
        self._evaluate_bound = self._evaluate_constraints = None

    @property
    def __bound__(self):
        if self._evaluate_bound is not None:
            self._bound = self._evaluate_bound()
            self._evaluate_bound = None
        return self._bound

    @property
    def __constraints__(self):
        if self._evaluate_constraints is not None:
            self._constraints = self._evaluate_constraints()
            self._evaluate_constraints = None
        return self._constraints

    def __typing_subst__(self, arg):
        return _type_check(arg, "Parameters to generic types must be types.")


class ParamSpecArgs:
    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f"{self.__origin__.__name__}.args"

    def __eq__(self, other):
        return isinstance(other, ParamSpecArgs) and self.__origin__ == other.__origin__

    __hash__ = object.__hash__


class ParamSpecKwargs:
    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f"{self.__origin__.__name__}.kwargs"

    def __eq__(self, other):
        return isinstance(other, ParamSpecKwargs) and self.__origin__ == other.__origin__

    __hash__ = object.__hash__


class ParamSpec(_Parameter, _root=True):
    def __init__(self, name, *, bound=None, default=NoDefault, covariant=False, contravariant=False, infer_variance=False):
        self._start(name, default)
        self.__bound__ = bound
        self.__covariant__ = bool(covariant)
        self.__contravariant__ = bool(contravariant)
        self.__infer_variance__ = bool(infer_variance)

    @property
    def args(self):
        return ParamSpecArgs(self)

    @property
    def kwargs(self):
        return ParamSpecKwargs(self)


class TypeVarTuple(_Parameter, _root=True):
    def __init__(self, name, *, default=NoDefault):
        self._start(name, default)

    def __iter__(self):
        yield Unpack[self]

    def __repr__(self):
        return self.__name__


def _make_type_var(name):
    return TypeVar(name, infer_variance=True)


def _make_param_spec(name):
    return ParamSpec(name, infer_variance=True)


def _make_bound_type_var(name, evaluate):
    variable = TypeVar(name, infer_variance=True)
    variable._evaluate_bound = evaluate
    return variable


def _make_constrained_type_var(name, evaluate):
    variable = TypeVar(name, infer_variance=True)
    variable._evaluate_constraints = evaluate
    return variable


def _set_type_param_default(parameter, evaluate):
    parameter._evaluate_default = evaluate
    return parameter


def _make_generic(parameters):
    return Generic[tuple(Unpack[p] if isinstance(p, TypeVarTuple) else p for p in parameters)]


class TypeAliasType:
    def __init__(self, name, value, *, type_params=()):
        self.__name__ = name
        self._value = value
        self._evaluate = None
        self.__type_params__ = type_params
        self.__parameters__ = type_params
        try:
            self.__module__ = sys._getframe(1).f_globals.get("__name__")
        except (AttributeError, ValueError):
            pass

    @property
    def __value__(self):
        if self._evaluate is not None:
            self._value = self._evaluate()
            self._evaluate = None
        return self._value

    def __repr__(self):
        return self.__name__

    def __getitem__(self, parameters):
        if not self.__type_params__:
            raise TypeError("Only generic type aliases are subscriptable")
        return types.GenericAlias(self, parameters)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


def _make_type_alias(parts):
    name, parameters, evaluate = parts
    alias = TypeAliasType(name, None, type_params=parameters or ())
    alias._evaluate = evaluate
    return alias


# ---- aliases: List[int], Union[int, str], Stack[T] …

class _Alias(_Final, _root=True):
    __slots__ = ("__origin__", "__args__", "__parameters__", "_name", "_inst", "__dict__")

    def __init__(self, origin, args, *, name=None, inst=True):
        self.__origin__ = origin
        self.__args__ = args if isinstance(args, tuple) else (args,)
        self.__parameters__ = _collect_parameters(self.__args__)
        self._name = name
        self._inst = inst
        if not name and hasattr(origin, "__module__"):
            self.__module__ = origin.__module__

    def _copy_with(self, args):
        return self.__class__(self.__origin__, args, name=self._name, inst=self._inst)

    def __getitem__(self, args):
        if self.__origin__ in (Generic, Protocol):
            raise TypeError(f"Cannot subscript already-subscripted {self}")
        if not self.__parameters__:
            raise TypeError(f"{self} is not a generic class")
        if not isinstance(args, tuple):
            args = (args,)
        args = tuple(_type_convert(a) for a in args)
        expected = len(self.__parameters__)
        if any(isinstance(p, TypeVarTuple) for p in self.__parameters__):
            at = [isinstance(p, TypeVarTuple) for p in self.__parameters__].index(True)
            after = expected - at - 1
            mapping = dict(zip(self.__parameters__[:at], args))
            mapping.update(zip(self.__parameters__[at + 1:], args[len(args) - after:]))
            many = args[at:len(args) - after]
            new = []
            for a in self.__args__:
                if isinstance(a, _UnpackAlias) and a.__args__[0] is self.__parameters__[at]:
                    new.extend(many)
                else:
                    new.append(_substitute(a, mapping))
            return self._copy_with(tuple(new))
        if len(args) != expected:
            raise TypeError(f"Too {'many' if len(args) > expected else 'few'} arguments for {self}; actual {len(args)}, expected {expected}")
        mapping = dict(zip(self.__parameters__, args))
        return self._copy_with(tuple(_substitute(a, mapping) for a in self.__args__))

    def __call__(self, *args, **kwargs):
        if not self._inst:
            raise TypeError(f"Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead")
        result = self.__origin__(*args, **kwargs)
        try:
            result.__orig_class__ = self
        except Exception:
            pass
        return result

    def __mro_entries__(self, bases):
        if isinstance(self.__origin__, _SpecialForm):
            raise TypeError(f"Cannot subclass {self!r}")
        result = []
        if self.__origin__ not in bases:
            result.append(self.__origin__)
        if self.__origin__ is not Generic and self.__origin__ is not Protocol:
            i = bases.index(self)
            for b in bases[i + 1:]:
                if isinstance(b, _Alias) or (isinstance(b, type) and issubclass(b, Generic)):
                    break
            else:
                if self._name and Generic not in bases:
                    result.append(Generic)
        return tuple(result)

    def __getattr__(self, attr):
        if attr in {"__origin__", "__args__"}:
            return super().__getattr__(attr)
        if "__origin__" in self.__class__.__slots__ and not (attr.startswith("__") and attr.endswith("__")):
            return getattr(self.__origin__, attr)
        raise AttributeError(attr)

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __eq__(self, other):
        if not isinstance(other, _Alias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __or__(self, right):
        return Union[self, right]

    def __ror__(self, left):
        return Union[left, self]

    def __repr__(self):
        name = "typing." + self._name if self._name else _type_repr(self.__origin__)
        args = ", ".join(_type_repr(a) for a in self.__args__) if self.__args__ else "()"
        return f"{name}[{args}]"

    def __iter__(self):
        yield Unpack[self]


class _UnionAlias(_Alias, _root=True):
    __slots__ = ()

    def _copy_with(self, args):
        return Union[args]

    def __eq__(self, other):
        if isinstance(other, (_UnionAlias, types.UnionType)):
            return set(self.__args__) == set(other.__args__)
        return NotImplemented

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __repr__(self):
        args = self.__args__
        if len(args) == 2:
            if args[0] is type(None):
                return f"typing.Optional[{_type_repr(args[1])}]"
            if args[1] is type(None):
                return f"typing.Optional[{_type_repr(args[0])}]"
        return super().__repr__()

    def __instancecheck__(self, obj):
        return any(isinstance(obj, a) for a in self.__args__)

    def __subclasscheck__(self, cls):
        return any(issubclass(cls, a) for a in self.__args__)


class _LiteralAlias(_Alias, _root=True):
    __slots__ = ()

    def __eq__(self, other):
        if not isinstance(other, _LiteralAlias):
            return NotImplemented
        return set((a, type(a)) for a in self.__args__) == set((a, type(a)) for a in other.__args__)

    def __hash__(self):
        return hash(frozenset((a, type(a)) for a in self.__args__))

    def __repr__(self):
        return "typing.Literal[" + ", ".join(repr(a) for a in self.__args__) + "]"


class _UnpackAlias(_Alias, _root=True):
    __slots__ = ()

    def __repr__(self):
        return "typing.Unpack[" + _type_repr(self.__args__[0]) + "]"


class _AnnotatedAlias(_Alias, _root=True):
    __slots__ = ("__metadata__",)

    def __init__(self, origin, metadata):
        super().__init__(origin, (origin,), name="Annotated")
        self.__metadata__ = metadata

    def _copy_with(self, args):
        return _AnnotatedAlias(args[0], self.__metadata__)

    def __repr__(self):
        return f"typing.Annotated[{_type_repr(self.__origin__)}, {', '.join(repr(a) for a in self.__metadata__)}]"

    def __eq__(self, other):
        if not isinstance(other, _AnnotatedAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))


class _CallableAlias(_Alias, _root=True):
    __slots__ = ()

    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and (args[0] is ... or isinstance(args[0], ParamSpec)):
            return super().__repr__()
        return f"typing.Callable[[{', '.join(_type_repr(a) for a in args[:-1])}], {_type_repr(args[-1])}]"


class _Plain(_Final, _root=True):
    """List, Dict … without parameters."""

    __slots__ = ("__origin__", "_name", "_count", "_inst")

    def __init__(self, origin, count, *, name=None, inst=False):
        self.__origin__ = origin
        self._count = count
        self._name = name or origin.__name__
        self._inst = inst

    def __getitem__(self, params):
        if not isinstance(params, tuple):
            params = (params,)
        params = tuple(_type_check(p, "Parameters to generic types must be types.") for p in params)
        if self._count >= 0 and len(params) != self._count:
            raise TypeError(f"Too {'many' if len(params) > self._count else 'few'} arguments for {self}; actual {len(params)}, expected {self._count}")
        return _Alias(self.__origin__, params, name=self._name, inst=self._inst)

    def __call__(self, *args, **kwargs):
        if not self._inst:
            raise TypeError(f"Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead")
        return self.__origin__(*args, **kwargs)

    def __mro_entries__(self, bases):
        result = [self.__origin__] if self.__origin__ not in bases else []
        if Generic not in bases and not any(isinstance(b, _Alias) for b in bases):
            result.append(Generic)
        return tuple(result)

    def __getattr__(self, attr):
        if attr in {"__name__", "__qualname__"}:
            return self._name
        if not (attr.startswith("__") and attr.endswith("__")):
            return getattr(self.__origin__, attr)
        raise AttributeError(attr)

    def __instancecheck__(self, obj):
        return isinstance(obj, self.__origin__)

    def __subclasscheck__(self, cls):
        return issubclass(cls, self.__origin__)

    def __or__(self, right):
        return Union[self, right]

    def __ror__(self, left):
        return Union[left, self]

    def __repr__(self):
        return "typing." + self._name

    def __reduce__(self):
        return self._name

    @property
    def __module__(self):
        return "typing"


class _TupleType(_Plain, _root=True):
    __slots__ = ()

    def __getitem__(self, params):
        if not isinstance(params, tuple):
            params = (params,)
        if len(params) >= 2 and params[-1] is ...:
            head = tuple(_type_check(p, "Tuple[t, ...]: t must be a type.") for p in params[:-1])
            return _Alias(tuple, head + (...,), name="Tuple", inst=False)
        params = tuple(_type_check(p, "Tuple[t0, t1, ...]: each t must be a type.") for p in params)
        return _Alias(tuple, params, name="Tuple", inst=False)


class _CallableType(_Plain, _root=True):
    __slots__ = ()

    def __getitem__(self, params):
        if not isinstance(params, tuple) or len(params) != 2:
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        args, result = params
        result = _type_check(result, "Callable[args, result]: result must be a type.")
        if isinstance(args, list):
            args = tuple(_type_convert(a) for a in args)
        elif args is ... or isinstance(args, ParamSpec) or (isinstance(args, _Alias) and args.__origin__ is Concatenate):
            args = (args,)
        else:
            raise TypeError(f"Callable[args, result]: args must be a list. Got {args}")
        return _CallableAlias(self.__origin__, args + (result,), name="Callable", inst=False)


import collections
import collections.abc
import contextlib

Hashable = _Plain(collections.abc.Hashable, 0)
Awaitable = _Plain(collections.abc.Awaitable, 1)
Coroutine = _Plain(collections.abc.Coroutine, 3)
AsyncIterable = _Plain(collections.abc.AsyncIterable, 1)
AsyncIterator = _Plain(collections.abc.AsyncIterator, 1)
Iterable = _Plain(collections.abc.Iterable, 1)
Iterator = _Plain(collections.abc.Iterator, 1)
Reversible = _Plain(collections.abc.Reversible, 1)
Sized = _Plain(collections.abc.Sized, 0)
Container = _Plain(collections.abc.Container, 1)
Collection = _Plain(collections.abc.Collection, 1)
Callable = _CallableType(collections.abc.Callable, 2)
AbstractSet = _Plain(collections.abc.Set, 1, name="AbstractSet")
MutableSet = _Plain(collections.abc.MutableSet, 1)
Mapping = _Plain(collections.abc.Mapping, 2)
MutableMapping = _Plain(collections.abc.MutableMapping, 2)
Sequence = _Plain(collections.abc.Sequence, 1)
MutableSequence = _Plain(collections.abc.MutableSequence, 1)
ByteString = _Plain(getattr(collections.abc, "ByteString", bytes), 0, name="ByteString")
Tuple = _TupleType(tuple, -1, name="Tuple")
List = _Plain(list, 1, name="List")
Deque = _Plain(collections.deque, 1, name="Deque", inst=True)
Set = _Plain(set, 1, name="Set")
FrozenSet = _Plain(frozenset, 1, name="FrozenSet")
MappingView = _Plain(collections.abc.MappingView, 1)
KeysView = _Plain(collections.abc.KeysView, 1)
ItemsView = _Plain(collections.abc.ItemsView, 2)
ValuesView = _Plain(collections.abc.ValuesView, 1)
Dict = _Plain(dict, 2, name="Dict")
DefaultDict = _Plain(collections.defaultdict, 2, name="DefaultDict", inst=True)
OrderedDict = _Plain(collections.OrderedDict, 2, inst=True)
Counter = _Plain(collections.Counter, 1, inst=True)
ChainMap = _Plain(collections.ChainMap, 2, inst=True)
Generator = _Plain(collections.abc.Generator, -1)
AsyncGenerator = _Plain(collections.abc.AsyncGenerator, -1)
Type = _Plain(type, 1, name="Type")
ContextManager = _Plain(contextlib.AbstractContextManager, -1, name="ContextManager")
AsyncContextManager = _Plain(contextlib.AbstractAsyncContextManager, -1, name="AsyncContextManager")


# ---- Generic and Protocol

class Generic:
    """Base of classes with type parameters: class Stack(Generic[T])."""

    __slots__ = ()
    _is_protocol = False

    @classmethod
    def __class_getitem__(cls, params):
        if not isinstance(params, tuple):
            params = (params,)
        params = tuple(_type_convert(p) for p in params)
        if cls in (Generic, Protocol):
            if not params:
                raise TypeError(f"Parameter list to {cls.__qualname__}[...] cannot be empty")
            for p in params:
                if not isinstance(p, (TypeVar, ParamSpec, TypeVarTuple, _UnpackAlias)):
                    raise TypeError(f"Parameters to {cls.__name__}[...] must all be type variables or parameter specification variables.")
            if len(set(params)) != len(params):
                raise TypeError(f"Parameters to {cls.__name__}[...] must all be unique")
        else:
            own = cls.__parameters__
            if not own:
                raise TypeError(f"{cls} is not a generic class")
            if not any(isinstance(p, TypeVarTuple) for p in own):
                if len(own) == 1 and isinstance(own[0], ParamSpec) and not isinstance(params[0], (list, tuple, ParamSpec)) and params[0] is not ...:
                    params = (tuple(params),)
                if len(params) < len(own):
                    params += tuple(p.__default__ for p in own[len(params):] if p.has_default())
                if len(params) != len(own):
                    raise TypeError(f"Too {'many' if len(params) > len(own) else 'few'} arguments for {cls}; actual {len(params)}, expected {len(own)}")
                for p in params:
                    if not isinstance(p, (list, tuple)) and p is not ...:
                        _type_check(p, "Parameters to generic types must be types.")
        return _Alias(cls, params)

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        tvars = []
        if "__orig_bases__" in cls.__dict__:
            error = Generic in cls.__orig_bases__
        else:
            error = Generic in cls.__bases__ and cls.__name__ != "Protocol" and type(cls) is not _TypedDictMeta
        if error:
            raise TypeError("Cannot inherit from plain Generic")
        if "__orig_bases__" in cls.__dict__:
            tvars = _collect_parameters(cls.__orig_bases__)
            gvars = None
            for base in cls.__orig_bases__:
                if isinstance(base, _Alias) and base.__origin__ in (Generic, Protocol):
                    if gvars is not None and base.__origin__ is Generic:
                        raise TypeError("Cannot inherit from Generic[...] multiple times.")
                    gvars = base.__parameters__
            if gvars is not None:
                missing = [t for t in tvars if t not in gvars]
                if missing:
                    raise TypeError(f"Some type variables ({', '.join(str(t) for t in missing)}) are not listed in Generic[{', '.join(str(g) for g in gvars)}]")
                tvars = gvars
        cls.__parameters__ = tuple(tvars)


_TYPING_INTERNALS = frozenset({"__parameters__", "__orig_bases__", "__orig_class__", "_is_protocol", "_is_runtime_protocol", "__protocol_attrs__",
                               "__non_callable_proto_members__", "__type_params__", "__abstractmethods__", "__annotations__", "__dict__", "__doc__",
                               "__init__", "__module__", "__new__", "__slots__", "__subclasshook__", "__weakref__", "__class_getitem__",
                               "__match_args__", "__static_attributes__", "__firstlineno__", "_MutableMapping__marker", "_abc_impl", "__hash__"})


def _protocol_attributes(cls):
    attributes = set()
    for base in cls.__mro__[:-1]:
        if base.__name__ in {"Protocol", "Generic"}:
            continue
        for attr in [*base.__dict__, *base.__dict__.get("__annotations__", {})]:
            if not attr.startswith("_abc_") and attr not in _TYPING_INTERNALS:
                attributes.add(attr)
    return attributes


def _no_init_or_replace_init(self, *args, **kwargs):
    cls = type(self)
    if cls._is_protocol:
        raise TypeError("Protocols cannot be instantiated")
    for base in cls.__mro__:
        init = base.__dict__.get("__init__", _no_init_or_replace_init)
        if init is not _no_init_or_replace_init:
            break
    else:
        init = object.__init__
    init(self, *args, **kwargs)


class _ProtocolMeta(ABCMeta):
    def __subclasscheck__(cls, other):
        if cls is Protocol:
            return type.__subclasscheck__(cls, other)
        if getattr(cls, "_is_protocol", False):
            if not isinstance(other, type):
                raise TypeError("issubclass() arg 1 must be a class")
            if not getattr(cls, "_is_runtime_protocol", False):
                raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
            data = sorted(a for a in cls.__protocol_attrs__ if not callable(getattr(cls, a, None)))
            if data and cls.__dict__.get("__subclasshook__") is None:
                raise TypeError(f"Protocols with non-method members don't support issubclass(). Non-method members: {str(data)[1:-1]}.")
        return super().__subclasscheck__(other)

    def __instancecheck__(cls, instance):
        if cls is Protocol:
            return type.__instancecheck__(cls, instance)
        if not getattr(cls, "_is_protocol", False):
            return super().__instancecheck__(instance)
        if not getattr(cls, "_is_runtime_protocol", False):
            raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
        if type.__instancecheck__(cls, instance):
            return True
        missing = object()
        for attr in cls.__protocol_attrs__:
            value = missing
            for base in type(instance).__mro__:
                if attr in base.__dict__:
                    value = base.__dict__[attr]
                    break
            else:
                value = getattr(instance, attr, missing)
            if value is missing:
                return False
            if value is None and callable(getattr(cls, attr, None)):
                return False
        return True


class Protocol(Generic, metaclass=_ProtocolMeta):
    """Base of classes that say which attributes are needed."""

    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if not cls.__dict__.get("_is_protocol", False):
            cls._is_protocol = any(b is Protocol for b in cls.__bases__)
        if cls._is_protocol:
            cls.__protocol_attrs__ = _protocol_attributes(cls)
            if cls.__init__ is Protocol.__init__ or "__init__" not in cls.__dict__:
                cls.__init__ = _no_init_or_replace_init
            for base in cls.__bases__:
                if not (base in (object, Generic) or base.__module__ in ("collections.abc", "contextlib", "_collections_abc") or getattr(base, "_is_protocol", False)):
                    raise TypeError(f"Protocols can only inherit from other protocols, got {base!r}")

    @classmethod
    def __subclasshook__(cls, other):
        if not cls.__dict__.get("_is_protocol", False):
            return NotImplemented
        for attr in cls.__protocol_attrs__:
            for base in other.__mro__:
                if attr in base.__dict__:
                    if base.__dict__[attr] is None:
                        return NotImplemented
                    break
                annotations = getattr(base, "__annotations__", {})
                if isinstance(annotations, collections.abc.Mapping) and attr in annotations and getattr(other, "_is_protocol", False):
                    break
            else:
                return NotImplemented
        return True


def runtime_checkable(cls):
    if not (isinstance(cls, type) and getattr(cls, "_is_protocol", False)):
        raise TypeError(f"@runtime_checkable can be only applied to protocol classes, got {cls!r}")
    cls._is_runtime_protocol = True
    return cls


def is_protocol(tp, /):
    return isinstance(tp, type) and getattr(tp, "_is_protocol", False) and tp is not Protocol


def get_protocol_members(tp, /):
    if not is_protocol(tp):
        raise TypeError(f"{tp!r} is not a Protocol")
    return frozenset(tp.__protocol_attrs__)


T = TypeVar("T")
KT = TypeVar("KT")
VT = TypeVar("VT")
T_co = TypeVar("T_co", covariant=True)
AnyStr = TypeVar("AnyStr", bytes, str)
Text = str


@runtime_checkable
class SupportsInt(Protocol):
    __slots__ = ()

    @abstractmethod
    def __int__(self) -> int:
        pass


@runtime_checkable
class SupportsFloat(Protocol):
    __slots__ = ()

    @abstractmethod
    def __float__(self) -> float:
        pass


@runtime_checkable
class SupportsComplex(Protocol):
    __slots__ = ()

    @abstractmethod
    def __complex__(self) -> complex:
        pass


@runtime_checkable
class SupportsBytes(Protocol):
    __slots__ = ()

    @abstractmethod
    def __bytes__(self) -> bytes:
        pass


@runtime_checkable
class SupportsIndex(Protocol):
    __slots__ = ()

    @abstractmethod
    def __index__(self) -> int:
        pass


@runtime_checkable
class SupportsAbs(Protocol[T_co]):
    __slots__ = ()

    @abstractmethod
    def __abs__(self) -> T_co:
        pass


@runtime_checkable
class SupportsRound(Protocol[T_co]):
    __slots__ = ()

    @abstractmethod
    def __round__(self, ndigits: int = 0) -> T_co:
        pass


# ---- functions

def cast(typ, val):
    return val


def assert_type(val, typ, /):
    return val


def assert_never(arg, /):
    value = repr(arg)
    if len(value) > 100:
        value = value[:100] + "..."
    raise AssertionError(f"Expected code to be unreachable, but got: {value}")


def reveal_type(obj, /):
    print(f"Runtime type is {type(obj).__name__!r}", file=sys.stderr)
    return obj


def final(f):
    try:
        f.__final__ = True
    except (AttributeError, TypeError):
        pass
    return f


def override(method, /):
    try:
        method.__override__ = True
    except (AttributeError, TypeError):
        pass
    return method


_overloads = {}


def _overload_dummy(*args, **kwds):
    raise NotImplementedError("You should not call an overloaded function. A series of @overload-decorated functions outside a stub module "
                              "should always be followed by an implementation that is not @overload-ed.")


def overload(func):
    f = getattr(func, "__func__", func)
    try:
        _overloads.setdefault((f.__module__, f.__qualname__), {})[f.__code__.co_firstlineno] = func
    except AttributeError:
        pass
    return _overload_dummy


def get_overloads(func):
    f = getattr(func, "__func__", func)
    return list(_overloads.get((f.__module__, f.__qualname__), {}).values())


def clear_overloads():
    _overloads.clear()


def no_type_check(arg):
    try:
        arg.__no_type_check__ = True
    except TypeError:
        pass
    return arg


def no_type_check_decorator(decorator):
    return decorator


def dataclass_transform(*, eq_default=True, order_default=False, kw_only_default=False, frozen_default=False, field_specifiers=(), **kwargs):
    def decorator(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = {
            "eq_default": eq_default, "order_default": order_default, "kw_only_default": kw_only_default, "frozen_default": frozen_default,
            "field_specifiers": field_specifiers, "kwargs": kwargs}
        return cls_or_fn
    return decorator


def get_origin(tp):
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, (_Alias, _Plain, types.GenericAlias, ParamSpecArgs, ParamSpecKwargs)):
        return tp.__origin__
    if tp is Generic:
        return Generic
    if isinstance(tp, types.UnionType):
        return types.UnionType
    return None


def get_args(tp):
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__,) + tp.__metadata__
    if isinstance(tp, (_Alias, types.GenericAlias)):
        res = tp.__args__
        if tp.__origin__ is collections.abc.Callable and not (len(res) == 2 and (res[0] is ... or isinstance(res[0], ParamSpec))):
            res = (list(res[:-1]), res[-1])
        return res
    if isinstance(tp, types.UnionType):
        return tp.__args__
    return ()


def _strip_annotations(t):
    if isinstance(t, _AnnotatedAlias):
        return _strip_annotations(t.__origin__)
    if isinstance(t, _Alias) and t.__origin__ in (Required, NotRequired, ReadOnly):
        return _strip_annotations(t.__args__[0])
    if isinstance(t, _Alias):
        args = tuple(_strip_annotations(a) for a in t.__args__)
        return t if args == t.__args__ else t._copy_with(args)
    if isinstance(t, types.GenericAlias):
        args = tuple(_strip_annotations(a) for a in t.__args__)
        return t if args == t.__args__ else types.GenericAlias(t.__origin__, args)
    return t


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    if getattr(obj, "__no_type_check__", None):
        return {}
    hints = {}
    if isinstance(obj, type):
        for base in reversed(obj.__mro__):
            base_globals = getattr(sys.modules.get(base.__module__, None), "__dict__", {}) if globalns is None else globalns
            base_locals = dict(vars(base)) if localns is None else localns
            if localns is None and globalns is None:
                base_globals, base_locals = base_locals, base_globals
                base_globals = {**base_locals, **base_globals} if base_globals else base_locals
            for name, value in base.__dict__.get("__annotations__", {}).items():
                hints[name] = _resolve_hint(value, base_globals, base_locals)
    else:
        if isinstance(obj, types.ModuleType):
            globalns = obj.__dict__ if globalns is None else globalns
        else:
            nsobj = obj
            while hasattr(nsobj, "__wrapped__"):
                nsobj = nsobj.__wrapped__
            if globalns is None:
                globalns = getattr(nsobj, "__globals__", {})
        if localns is None:
            localns = globalns
        annotations = getattr(obj, "__annotations__", None)
        if annotations is None:
            if isinstance(obj, (types.FunctionType, types.BuiltinFunctionType, types.MethodType, types.ModuleType)):
                return {}
            raise TypeError(f"{obj!r} is not a module, class, method, or function.")
        parameters = {p.__name__: p for p in getattr(obj, "__type_params__", ())}
        if parameters:
            localns = {**parameters, **localns}
        for name, value in annotations.items():
            hints[name] = _resolve_hint(value, globalns, localns)
    return hints if include_extras else {k: _strip_annotations(t) for k, t in hints.items()}


def _resolve_hint(value, globalns, localns):
    if value is None:
        value = type(None)
    if isinstance(value, str):
        value = ForwardRef(value, is_argument=False)
    return _evaluate_type(value, globalns, localns)


# ---- NewType, NamedTuple, TypedDict

class NewType:
    """NewType("UserId", int): a name for int that only annotations tell apart."""

    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition(".")[2]
        self.__supertype__ = tp
        try:
            module = sys._getframe(1).f_globals.get("__name__")
            if module != "typing":
                self.__module__ = module
        except (AttributeError, ValueError):
            pass

    def __call__(self, x):
        return x

    def __mro_entries__(self, bases):
        superclass_name = self.__name__

        class Dummy:
            def __init_subclass__(cls):
                raise TypeError(f"Cannot subclass an instance of NewType. Perhaps you were looking for: "
                                f"`{cls.__name__} = NewType({cls.__name__!r}, {superclass_name})`")
        return (Dummy,)

    def __repr__(self):
        return f"{self.__module__}.{self.__qualname__}"

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


_prohibited = frozenset({"__new__", "__init__", "__slots__", "__getnewargs__", "_fields", "_field_defaults", "_field_types", "_make", "_replace",
                         "_asdict", "_source"})
_special = frozenset({"__module__", "__name__", "__annotations__", "__static_attributes__", "__firstlineno__", "__orig_bases__", "__qualname__",
                      "__type_params__"})


def _make_nmtuple(name, types, module, defaults=()):
    fields = [n for n, t in types]
    annotations = {n: _type_check(t, f"field {n} annotation must be a type") for n, t in types}
    made = collections.namedtuple(name, fields, defaults=defaults, module=module)
    made.__annotations__ = made.__new__.__annotations__ = annotations
    return made


class NamedTupleMeta(type):
    def __new__(cls, typename, bases, ns):
        if len(bases) > 1:
            for base in bases:
                if base is not _NamedTuple and base is not Generic:
                    raise TypeError("can only inherit from a NamedTuple type and Generic")
        bases = tuple(tuple if base is _NamedTuple else base for base in bases)
        annotations = ns.get("__annotations__", {})
        default_names = []
        for field_name in annotations:
            if field_name in ns:
                default_names.append(field_name)
            elif default_names:
                raise TypeError(f"Non-default namedtuple field {field_name} cannot follow default field{'s' if len(default_names) > 1 else ''} "
                                f"{', '.join(default_names)}")
        made = _make_nmtuple(typename, annotations.items(), ns["__module__"], [ns[n] for n in default_names])
        made.__bases__ = bases
        if Generic in bases:
            made.__class_getitem__ = classmethod(Generic.__class_getitem__.__func__)
        for key, val in ns.items():
            if key in _prohibited:
                raise AttributeError("Cannot overwrite NamedTuple attribute " + key)
            if key not in _special:
                if key not in made._fields:
                    setattr(made, key, val)
                try:
                    set_name = type(val).__set_name__
                except AttributeError:
                    pass
                else:
                    set_name(val, made, key)
        if "__qualname__" in ns:
            made.__qualname__ = ns["__qualname__"]
        if Generic in bases:
            made.__init_subclass__()
        return made


def NamedTuple(typename, fields=None, /, **kwargs):
    """class Point(NamedTuple): x: int; y: int = 0"""
    if fields is None:
        fields = kwargs.items()
    elif kwargs:
        raise TypeError("Either list of fields or keywords can be provided to NamedTuple, not both")
    try:
        module = sys._getframe(1).f_globals.get("__name__")
    except (AttributeError, ValueError):
        module = None
    made = _make_nmtuple(typename, list(fields), module)
    made.__orig_bases__ = (NamedTuple,)
    return made


_NamedTuple = type.__new__(NamedTupleMeta, "NamedTuple", (), {})
NamedTuple.__mro_entries__ = lambda bases: (_NamedTuple,)


class _TypedDictMeta(type):
    def __new__(cls, name, bases, ns, total=True):
        for base in bases:
            if type(base) is not _TypedDictMeta and base is not Generic:
                raise TypeError("cannot inherit from both a TypedDict type and a non-TypedDict base class")
        generic = (Generic,) if any(issubclass(b, Generic) for b in bases) else ()
        made = type.__new__(_TypedDictMeta, name, (*generic, dict), ns)
        if not hasattr(made, "__orig_bases__"):
            made.__orig_bases__ = bases
        annotations = {}
        required, optional = set(), set()
        read_only, mutable = set(), set()
        own = {n: _type_check(tp, "TypedDict('Name', {f0: t0, f1: t1, ...}); each t must be a type") for n, tp in ns.get("__annotations__", {}).items()}
        for base in bases:
            annotations.update(base.__dict__.get("__annotations__", {}))
            required |= base.__dict__.get("__required_keys__", set())
            optional |= base.__dict__.get("__optional_keys__", set())
            read_only |= base.__dict__.get("__readonly_keys__", set())
            mutable |= base.__dict__.get("__mutable_keys__", set())
        annotations.update(own)
        for key, annotation in own.items():
            qualifiers = set()
            while isinstance(annotation, _Alias) and (annotation.__origin__ in (Required, NotRequired, ReadOnly) or isinstance(annotation, _AnnotatedAlias)):
                if isinstance(annotation, _AnnotatedAlias):
                    annotation = annotation.__origin__
                else:
                    qualifiers.add(annotation.__origin__._name)
                    annotation = annotation.__args__[0]
            is_required = "Required" in qualifiers or ("NotRequired" not in qualifiers and total)
            (required if is_required else optional).add(key)
            (optional if is_required else required).discard(key)
            (read_only if "ReadOnly" in qualifiers else mutable).add(key)
            (mutable if "ReadOnly" in qualifiers else read_only).discard(key)
        made.__annotations__ = annotations
        made.__required_keys__ = frozenset(required)
        made.__optional_keys__ = frozenset(optional)
        made.__readonly_keys__ = frozenset(read_only)
        made.__mutable_keys__ = frozenset(mutable)
        made.__total__ = total
        return made

    __call__ = dict

    def __subclasscheck__(cls, other):
        raise TypeError("TypedDict does not support instance and class checks")

    __instancecheck__ = __subclasscheck__


def TypedDict(typename, fields=None, /, *, total=True):
    """class Movie(TypedDict): name: str; year: int"""
    ns = {"__annotations__": dict(fields or {})}
    try:
        ns["__module__"] = sys._getframe(1).f_globals.get("__name__")
    except (AttributeError, ValueError):
        pass
    made = _TypedDictMeta(typename, (), ns, total=total)
    made.__orig_bases__ = (TypedDict,)
    return made


_TypedDict = type.__new__(_TypedDictMeta, "TypedDict", (), {})
TypedDict.__mro_entries__ = lambda bases: (_TypedDict,)


def is_typeddict(tp):
    return isinstance(tp, _TypedDictMeta)


# ---- files

class IO(Generic[AnyStr]):
    """What open() gives."""

    __slots__ = ()


class BinaryIO(IO[bytes]):
    __slots__ = ()


class TextIO(IO[str]):
    __slots__ = ()


def __getattr__(attr):
    if attr in {"Pattern", "Match"}:
        import re
        value = _Plain(getattr(re, attr), 1)
        globals()[attr] = value
        return value
    raise AttributeError(f"module {__name__!r} has no attribute {attr!r}")
