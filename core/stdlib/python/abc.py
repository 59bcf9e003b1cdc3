# SPDX-License-Identifier: GPL-3.0-or-later
"""Abstract base classes: methods that must be overridden, and classes that count as subclasses without deriving."""

from _weakref import ref as _ref

_counter = 0


def get_cache_token():
    return _counter


def abstractmethod(funcobj):
    funcobj.__isabstractmethod__ = True
    return funcobj


class abstractclassmethod(classmethod):
    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractstaticmethod(staticmethod):
    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractproperty(property):
    __isabstractmethod__ = True


class _ClassSet:
    """Classes held weakly, in the order in which they came."""

    __slots__ = ("refs",)

    def __init__(self):
        self.refs = {}

    def add(self, cls):
        refs = self.refs
        key = id(cls)

        def forget(_, refs=refs, key=key):
            refs.pop(key, None)

        refs[key] = _ref(cls, forget)

    def __contains__(self, cls):
        held = self.refs.get(id(cls))
        return held is not None and held() is cls

    def classes(self):
        return [cls for cls in (held() for held in list(self.refs.values())) if cls is not None]


class ABCMeta(type):
    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        abstracts = {key for key, value in namespace.items() if getattr(value, "__isabstractmethod__", False)}
        for base in bases:
            for key in getattr(base, "__abstractmethods__", ()):
                if getattr(getattr(cls, key, None), "__isabstractmethod__", False):
                    abstracts.add(key)
        cls.__abstractmethods__ = frozenset(abstracts)
        cls._abc_impl = [_ClassSet(), _ClassSet(), _ClassSet(), _counter]  # registry, cache, negative cache and its version
        return cls

    def register(cls, subclass):
        global _counter
        if not isinstance(subclass, type):
            raise TypeError("Can only register classes")
        if issubclass(subclass, cls):
            return subclass
        if issubclass(cls, subclass):
            raise RuntimeError("Refusing to create an inheritance cycle")
        cls._abc_impl[0].add(subclass)
        _counter += 1
        return subclass

    def __instancecheck__(cls, instance):
        subclass = instance.__class__
        if subclass in cls._abc_impl[1]:
            return True
        subtype = type(instance)
        if subtype is subclass:
            if cls._abc_impl[3] == _counter and subclass in cls._abc_impl[2]:
                return False
            return cls.__subclasscheck__(subclass)
        return any(cls.__subclasscheck__(c) for c in (subclass, subtype))

    def __subclasscheck__(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError("issubclass() arg 1 must be a class")
        impl = cls._abc_impl
        if subclass in impl[1]:
            return True
        if impl[3] < _counter:
            impl[2] = _ClassSet()
            impl[3] = _counter
        elif subclass in impl[2]:
            return False
        ok = cls.__subclasshook__(subclass)
        if ok is not NotImplemented:
            if ok:
                impl[1].add(subclass)
            else:
                impl[2].add(subclass)
            return ok
        if cls in getattr(subclass, "__mro__", ()):
            impl[1].add(subclass)
            return True
        for registered in impl[0].classes():
            if issubclass(subclass, registered):
                impl[1].add(subclass)
                return True
        for derived in cls.__subclasses__():
            if issubclass(subclass, derived):
                impl[1].add(subclass)
                return True
        impl[2].add(subclass)
        return False

    def _dump_registry(cls, file=None):
        print(f"Class: {cls.__module__}.{cls.__qualname__}", file=file)
        print(f"Inv. counter: {get_cache_token()}", file=file)

    def _abc_registry_clear(cls):
        cls._abc_impl[0] = _ClassSet()

    def _abc_caches_clear(cls):
        cls._abc_impl[1] = _ClassSet()
        cls._abc_impl[2] = _ClassSet()


ABCMeta.__module__ = "abc"


def update_abstractmethods(cls):
    if not hasattr(cls, "__abstractmethods__"):
        return cls
    abstracts = set()
    for base in cls.__bases__:
        for name in getattr(base, "__abstractmethods__", ()):
            if getattr(getattr(cls, name, None), "__isabstractmethod__", False):
                abstracts.add(name)
    for name, value in cls.__dict__.items():
        if getattr(value, "__isabstractmethod__", False):
            abstracts.add(name)
    cls.__abstractmethods__ = frozenset(abstracts)
    return cls


class ABC(metaclass=ABCMeta):
    __slots__ = ()
