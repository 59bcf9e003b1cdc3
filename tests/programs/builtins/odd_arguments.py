"""What __import__, exec, eval, compile, type and the class statement say to arguments of every other type."""


def tell(what, do, *arguments, **named):
    try:
        result = do(*arguments, **named)
    except BaseException as error:
        print(what, "->", type(error).__name__ + ":", error)
    else:
        print(what, "gave", type(result).__name__)


class Index:
    def __init__(self, number):
        self.number = number
    def __index__(self):
        return self.number


class Text(str):
    pass


class Dict(dict):
    pass


class Mapping:
    def __getitem__(self, key):
        raise KeyError(key)


odd = None, -1, 1.5, "text", b"bytes", (), {}, int, Index(1), Index(10**20), Text("globals"), Dict(), Mapping()


def show(value):
    if isinstance(value, (Index, Mapping, dict)):
        return type(value).__name__
    return repr(value)


for value in odd:
    tell(f"__import__({show(value)})", __import__, value)
    for level in 0, 1:
        tell(f"__import__('sys', {show(value)}, level {level})", __import__, "sys", value, None, (), level)
        tell(f"__import__('sys', {{}}, {show(value)}, level {level})", __import__, "sys", {}, value, (), level)
        tell(f"__import__('sys', {{}}, {{}}, {show(value)}, level {level})", __import__, "sys", {}, {}, value, level)
        tell(f"__import__('collections', {{}}, {{}}, {show(value)}, level {level})", __import__, "collections", {}, {}, value, level)
        tell(f"__import__('sys', {{'__package__': value}}, {show(value)}, level {level})", __import__, "sys", {"__package__": value}, {}, (), level)
        tell(f"__import__('sys', {{'__name__': value}}, {show(value)}, level {level})", __import__, "sys", {"__name__": value}, {}, (), level)
    tell(f"__import__('sys', {{}}, {{}}, (), {show(value)})", __import__, "sys", {}, {}, (), value)
    tell(f"__import__('', None, None, (), {show(value)})", __import__, "", None, None, (), value)
    tell(f"exec({show(value)})", exec, value)
    tell(f"exec('1', {show(value)})", exec, "1", value)
    tell(f"exec('1', {{}}, {show(value)})", exec, "1", {}, value)
    tell(f"exec('1', closure={show(value)})", exec, "1", closure=value)
    tell(f"exec(code, closure={show(value)})", exec, tell.__code__, {}, closure=value)
    tell(f"eval({show(value)})", eval, value)
    tell(f"eval('1', {show(value)})", eval, "1", value)
    tell(f"eval('1', {{}}, {show(value)})", eval, "1", {}, value)
    tell(f"exec('x', builtins {show(value)})", exec, "x = 1", {"__builtins__": value})
    tell(f"exec('len', builtins {show(value)})", exec, "len", {"__builtins__": value})
    tell(f"exec('import sys', builtins {show(value)})", exec, "import sys", {"__builtins__": value})
    tell(f"exec('class A: pass', builtins {show(value)})", exec, "class A: pass", {"__builtins__": value})
    tell(f"compile({show(value)}, 'f', 'exec')", compile, value, "f", "exec")
    tell(f"compile('1', {show(value)}, 'exec')", compile, "1", value, "exec")
    tell(f"compile('1', 'f', {show(value)})", compile, "1", "f", value)
    tell(f"compile('1', 'f', 'exec', {show(value)})", compile, "1", "f", "exec", value)
    tell(f"compile('1', 'f', 'exec', 0, {show(value)})", compile, "1", "f", "exec", 0, value)
    tell(f"compile('1', 'f', 'exec', 0, 1, {show(value)})", compile, "1", "f", "exec", 0, 1, value)
    if value is not int:
        tell(f"type({show(value)})", type, value)
    tell(f"type({show(value)}, (), {{}})", type, value, (), {})
    tell(f"type('A', {show(value)}, {{}})", type, "A", value, {})
    tell(f"type('A', ({show(value)},), {{}})", type, "A", (value,), {})
    tell(f"type('A', (), {show(value)})", type, "A", (), value)
    for key in "__qualname__", "__slots__", "__doc__", "__module__", "__classcell__", "__init_subclass__", "__class_getitem__", "__new__", "__dict__", "__weakref__":
        tell(f"type('A', (), {{{key!r}: {show(value)}}})", type, "A", (), {key: value})
    tell(f"type('A', (), {{{show(value)}: 1}})", lambda: type("A", (), {value: 1}))
    tell(f"__build_class__({show(value)}, 'A')", __build_class__, value, "A")
    tell(f"__build_class__(function, {show(value)})", __build_class__, lambda: None, value)
    tell(f"__build_class__(function, 'A', {show(value)})", __build_class__, lambda: None, "A", value)
    tell(f"__build_class__(function, 'A', metaclass={show(value)})", __build_class__, lambda: None, "A", metaclass=value)


for value in odd:
    class Preparing(type):
        @classmethod
        def __prepare__(cls, *arguments, **named):
            return value
    tell(f"__prepare__ gives {show(value)}", __build_class__, lambda: None, "A", metaclass=Preparing)
    class Entries:
        def __mro_entries__(self, bases):
            return value
    tell(f"__mro_entries__ gives {show(value)}", __build_class__, lambda: None, "A", Entries())
    def function():
        pass
    for name in "__code__", "__defaults__", "__kwdefaults__", "__annotations__", "__name__", "__qualname__", "__dict__", "__closure__", "__globals__", "__module__", "__type_params__":
        tell(f"function.{name} = {show(value)}", setattr, function, name, value)
    class Plain:
        pass
    for name in "__bases__", "__name__", "__qualname__", "__dict__", "__module__", "__doc__", "__mro__", "__annotations__", "__type_params__":
        tell(f"Plain.{name} = {show(value)}", setattr, Plain, name, value)
    tell(f"Plain().__class__ = {show(value)}", setattr, Plain(), "__class__", value)
    tell(f"Plain().__dict__ = {show(value)}", setattr, Plain(), "__dict__", value)

for count in range(4):
    for do in __import__, exec, eval, compile, type, __build_class__:
        if do is exec and count:
            continue
        tell(f"{do.__name__} of {count}", do, *["a"] * count)
tell("no name", __import__, name="sys")
tell("twice", __import__, "sys", name="sys")
tell("unknown", __import__, "sys", other=1)
tell("globals by name", __import__, "sys", globals=1, level=1)
