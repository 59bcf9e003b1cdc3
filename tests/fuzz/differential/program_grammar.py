"""Programs made at random from a grammar of their own: program(seed) is a text, the same for the same seed.

What is made ends: loops go over what is small, functions call only those made before them, numbers stay small where they are multiplied. It may raise
what it likes; most statements stand in a `try` that prints it, some do not. Nothing in it says where objects lie, how long it ran or what a hash is."""
import random

NAMES = [*"abcdefgh"]
TEXTS = ["", "a", "abc", "Tape", "x=1", "naïve", "가나", "a\\tb", "\\n", "{}", "%s"]
SPECS = ["", ">8", "<8", "^9", "*^9", "08", "+", "x", "#x", "b", ",", "_", ".2f", ".3g", "e", "%", "s", "c", "10.4", "!", "d"]
ERRORS = ["ValueError", "TypeError", "KeyError", "IndexError", "ZeroDivisionError", "LookupError", "ArithmeticError", "Exception", "StopIteration"]


class Maker:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.lines, self.indent = [], 0
        self.functions, self.classes = [], []  # (name, number of parameters); names
        self.in_function = self.in_generator = self.in_loop = False
        self.budget = self.random.randrange(8, 60)  # statements

    # ---- help

    def one(self, *ways):
        return self.random.choice(ways)

    def chance(self, part):
        return self.random.random() < part

    def line(self, text):
        self.lines.append("    " * self.indent + text)

    def block(self, depth, most=3):
        self.indent += 1
        for _ in range(self.random.randrange(1, most + 1)):
            self.statement(depth + 1)
        self.indent -= 1

    def name(self):
        return self.one(*NAMES)

    # ---- expressions, by what they mostly are

    def number(self, depth=0):
        if depth > 3 or self.chance(.35):
            return self.one("0", "1", "2", "-1", "7", "10", "255", "2**31", "-2**63", "3.5", "-0.0", "1e16", "True", "0x1f", "1_000", self.name(), self.name())
        number = lambda: self.number(depth + 1)
        return self.one(
            lambda: f"({number()} {self.one('+', '-', '*', '//', '%', '/', '&', '|', '^')} {number()})",
            lambda: f"({self.one('-', '+', '~', 'not ')}{number()})",
            lambda: f"len({self.sequence(depth + 1)})",
            lambda: f"{self.one('abs', 'int', 'round', 'bool', 'float')}({number()})",
            lambda: f"{self.one('sum', 'min', 'max')}({self.sequence(depth + 1)})",
            lambda: f"({number()} {self.one('<', '<=', '==', '!=', '>', '>=', 'is', 'is not')} {number()})",
            lambda: f"({number()} << {self.one('1', '3', '40')})",
            lambda: f"divmod({number()}, {number()})[{self.one('0', '1')}]",
            lambda: f"({number()} if {self.any(depth + 1)} else {number()})",
            lambda: f"({self.name()} := {number()})",
            lambda: f"({number()} {self.one('and', 'or')} {number()})",
        )()

    def text(self, depth=0):
        if depth > 3 or self.chance(.3):
            return f'"{self.one(*TEXTS)}"'
        text = lambda: self.text(depth + 1)
        return self.one(
            lambda: f"({text()} + {text()})",
            lambda: f"({text()} * {self.one('0', '1', '3')})",
            lambda: f"{text()}.{self.one('upper', 'title', 'swapcase', 'strip', 'casefold', 'lstrip')}()",
            lambda: f"{text()}.{self.one('replace', 'partition', 'center', 'ljust')}({self.one(text(), '5')}{self.one('', ', ' + text())})",
            lambda: f"{self.one('str', 'repr', 'ascii')}({self.any(depth + 1)})",
            lambda: f"{text()}.join(map(str, {self.sequence(depth + 1)}))",
            lambda: f"f'{{{self.plain(depth + 1)}{self.one('', '!r', '!s', '!a', '=')}{self.one('', ':' + self.one(*SPECS))}}}'",
            lambda: f"format({self.any(depth + 1)}, '{self.one(*SPECS)}')",
            lambda: f"('%{self.one('s', 'r', 'd', '5.1f', 'x', '-6s', '05d', 'c')}' % ({self.any(depth + 1)},))",
            lambda: f"{text()}[{self.slice(depth + 1)}]",
        )()

    def plain(self, depth):
        """What may stand between the quotes of an f-string of older Pythons, too."""
        return self.one(self.name(), str(self.random.randrange(-9, 99)), f"{self.name()}, {self.name()}", "[1, 2]", "3.25")

    def slice(self, depth):
        part = lambda: self.one("", "0", "1", "-1", "2", "-3", "100")
        return self.one(part() + ":" + part(), part() + ":" + part() + ":" + self.one("", "2", "-1", "-2", "0"), self.one("0", "-1", "1", "5"))

    def sequence(self, depth=0):
        if depth > 3 or self.chance(.25):
            return self.one("[]", "()", "[1, 2, 3]", "'abc'", "range(4)", "{3, 1}", "{'k': 1, 2: 'v'}", self.name())
        item, sequence = lambda: self.any(depth + 1), lambda: self.sequence(depth + 1)
        target = self.name()
        return self.one(
            lambda: f"[{item()}, {item()}]",
            lambda: f"({item()}, *{sequence()})",
            lambda: f"{{{item()}: {item()}, **{{{self.text(3)}: {item()}}}}}",
            lambda: f"[{item()} for {target} in {sequence()}{self.one('', ' if ' + target, ' if ' + item())}]",
            lambda: f"{{{item()}: {target} for {target} in {sequence()}}}",
            lambda: f"list({item()} for {target} in {sequence()})",
            lambda: f"[({target}, {self.one(*NAMES)}) for {target} in {sequence()} for {self.one(*NAMES)} in {self.one('(1, 2)', sequence())}]",
            lambda: f"{self.one('list', 'tuple', 'sorted', 'dict')}({sequence()})",
            lambda: f"{self.one('list(enumerate', 'list(reversed', 'dict(enumerate')}({sequence()}))",
            lambda: f"{sequence()}[{self.slice(depth + 1)}]",
            lambda: f"list(zip({sequence()}, {sequence()}))",
            lambda: f"list(map(lambda {target}: {item()}, {sequence()}))",
            lambda: f"{self.text(depth + 1)}.split({self.one('', self.text(3))})",
            lambda: f"({sequence()} {self.one('+', '*', '==', '<')} {self.one(sequence(), '2')})",
            lambda: f"sorted({sequence()}, key={self.one('str', 'repr', 'lambda x: -x', 'len')}, reverse={self.one('True', 'False')})",
        )()

    def call(self, depth):
        if self.functions and self.chance(.7):
            name, count = self.one(*self.functions)
            given = [self.any(depth + 1) for _ in range(max(0, count + self.one(0, 0, 0, 0, 1, -1)))]
            if given and self.chance(.2):
                given[-1] = "*" + self.sequence(depth + 1)
            if self.chance(.15):
                given.append(f"{self.name()}={self.any(depth + 1)}")
            return f"{name}({', '.join(given)})"
        if self.classes:
            return f"{self.one(*self.classes)}({self.any(depth + 1)})"
        return f"{self.name()}.{self.one('append', 'count', 'index', 'get', 'real', 'keys', 'pop', 'x')}({self.any(depth + 1)})"

    def any(self, depth=0):
        if depth > 4:
            return self.one(self.name(), "1", "'s'", "None")
        return self.one(self.number, self.number, self.text, self.sequence, self.call, lambda d: self.name(), lambda d: self.one("None", "...", "True"))(depth)

    # ---- statements

    def statement(self, depth=0):
        self.budget -= 1
        if depth > 3 or self.budget < 0:
            return self.line(self.one("pass", f"{self.name()} = {self.any(2)}", f"print({self.any(2)})"))
        ways = [self.assign] * 6 + [self.show] * 4 + [self.guard] * 4 + [self.condition] * 2 + [self.loop] * 3 + [self.match, self.with_block, self.delete, self.check]
        if depth < 2:
            ways += [self.function] * 2 + [self.class_block]
        if self.in_function:
            ways += [lambda d: self.line(f"return {self.any(1)}")] if not self.in_generator else [lambda d: self.line(f"{self.name()} = yield {self.any(1)}")] * 3
        if self.in_loop:
            ways += [lambda d: self.line(self.one("break", "continue"))]
        self.one(*ways)(depth)

    def assign(self, depth):
        name, value = self.name(), self.any()
        self.line(self.one(f"{name} = {value}", f"{name} = {value}", f"{name} {self.one('+=', '-=', '*=', '|=', '//=')} {self.any(2)}",
                           f"{name} = {self.name()} = {value}", f"{name}, {self.name()} = {self.sequence()}", f"{name}, *{self.name()} = {self.sequence()}",
                           f"{name}[{self.slice(1)}] = {self.any(1)}", f"{name}.x = {value}", f"[{name}, ({self.name()}, {self.name()})] = {value}"))

    def show(self, depth):
        self.line(self.one(f"print({self.any()})", f"print({self.any(1)}, {self.any(1)}, sep={self.one('None', repr('|'))})", f"print(f'{{{self.plain(0)}!r}}', end=';\\n')"))

    def guard(self, depth):
        self.line("try:")
        self.block(depth)
        if self.chance(.9):
            star = self.chance(.1) and not self.in_function and not self.in_loop
            for error in self.random.sample(ERRORS, self.random.randrange(1, 3)) + ([] if star else ["Exception"]):
                self.line(f"except{'*' if star else ''} {error} as {self.one('e', 'error')}:")
                self.indent += 1
                self.line(f"print({error!r}, {self.one('type(e).__name__', '1', 'type(e)')})" if self.lines[-1].endswith("as e:") else "print(type(error).__name__, error)")
                if self.chance(.15):
                    self.line(self.one("raise", "raise ValueError('again')", "raise KeyError(1) from None"))
                self.indent -= 1
            if self.chance(.2):
                self.line("else:")
                self.block(depth, 1)
            if self.chance(.7):
                return
        self.line("finally:")
        loop, self.in_loop = self.in_loop, False  # break out of a finally warns elsewhere
        self.block(depth, 1)
        self.in_loop = loop

    def condition(self, depth):
        self.line(f"if {self.any(1)}:")
        self.block(depth)
        if self.chance(.3):
            self.line(f"elif {self.any(1)}:")
            self.block(depth)
        if self.chance(.4):
            self.line("else:")
            self.block(depth)

    def loop(self, depth):
        if self.chance(.8):
            self.line(f"for {self.one(self.name(), self.name(), self.name() + ', ' + self.name())} in list({self.sequence()})[:{self.one('2', '3', '5')}]:")
        else:
            self.line("n = 0")
            self.line(f"while (n := n + 1) < {self.one('2', '4')}{self.one('', ' and ' + self.any(2))}:")
        loop, self.in_loop = self.in_loop, True
        self.block(depth)
        self.in_loop = loop
        if self.chance(.15):
            self.line("else:")
            self.block(depth, 1)

    def match(self, depth):
        self.line(f"match {self.any(1)}:")
        self.indent += 1
        patterns = ["0", "1 | 2", "'a'", "None", "[]", "[a]", "[a, *b]", "(a, b)", "{'k': c}", "{'k': 1, **d}", "int()", "str() as s", "[int(), str()]", "[1, [a, _]]",
                    "list() | tuple()", "-1", "bool(x)", "float(f)"] + [f"{name}(x=a)" for name in self.classes] + [f"{name}(a)" for name in self.classes]
        for pattern in self.random.sample(patterns, self.random.randrange(1, 4)):
            self.line(f"case {pattern}{self.one('', '', ' if ' + self.any(2))}:")
            self.block(depth, 1)
        if self.chance(.6):
            self.line("case _:")
            self.block(depth, 1)
        self.indent -= 1

    def with_block(self, depth):
        self.line(f"with Manager({self.one('True', 'False', 'None')}){self.one('', ' as ' + self.name())}:")
        self.block(depth)

    def delete(self, depth):
        self.line(f"del {self.one(self.name(), f'{self.name()}[{self.slice(1)}]', self.name() + '.x')}")

    def check(self, depth):
        self.line(f"assert {self.any(1)}{self.one('', ', ' + self.any(2))}")

    def function(self, depth):
        name, count = f"f{len(self.functions)}", self.random.randrange(0, 4)
        parameters = self.random.sample(NAMES, count)
        shown = [p if i < count - 1 or self.chance(.7) else f"{p}={self.one('1', '[]', 'None')}" for i, p in enumerate(parameters)]
        if count and self.chance(.15):
            shown[-1] = "*" + parameters[-1]
        elif count > 1 and self.chance(.1):
            shown.insert(1, self.one("/", "*"))
        generator = self.chance(.25)
        if self.chance(.1):
            self.line("@decorated")
        self.line(f"def {name}({', '.join(shown)}):")
        before = self.in_function, self.in_generator, self.in_loop
        self.in_function, self.in_generator, self.in_loop = True, generator, False
        self.indent += 1
        if self.chance(.2):
            shared = self.one(*NAMES)
            if shared not in parameters:
                self.line(f"global {shared}")
        if generator:
            self.line(f"yield {self.any(1)}")
            if self.chance(.3):
                self.line(f"{self.name()} = yield from {self.sequence()}")
        self.indent -= 1
        self.block(depth, 4)
        self.in_function, self.in_generator, self.in_loop = before
        if depth == 0:
            self.functions.append((name, count))
            self.line(f"print(list({name}({', '.join(['1', '2', '3'][:count])}))[:5])" if generator and self.chance(.7) else f"{self.name()} = {name}")

    def class_block(self, depth):
        name = f"C{len(self.classes)}"
        self.line(f"class {name}({self.one('', '', self.one(*self.classes) if self.classes else 'list', 'dict', 'int', 'Exception')}):")
        self.indent += 1
        self.line(f"{self.one('x', 'y')} = {self.any(2)}")
        if self.chance(.15):
            self.line(f"__slots__ = {self.one('()', repr(('z',)))}")
        if self.chance(.2):
            self.line("__match_args__ = ('x',)")
        for method, body in self.random.sample(METHODS, self.random.randrange(1, 5)):
            self.line(f"def {method}:")
            self.indent += 1
            self.line(body.replace("ANY", self.any(3)))
            self.indent -= 1
        self.indent -= 1
        if depth == 0:
            self.classes.append(name)


METHODS = [
    ("__init__(self, x=0, *rest)", "self.x = x"), ("__repr__(self)", "return f'<{type(self).__name__}>'"), ("__eq__(self, other)", "return ANY"),
    ("__hash__(self)", "return 7"), ("__len__(self)", "return 3"), ("__bool__(self)", "return False"), ("__getitem__(self, i)", "return [1, 2, 3][i]"),
    ("__iter__(self)", "yield from (1, ANY)"), ("__add__(self, other)", "return (self.x, other)"), ("__radd__(self, other)", "return NotImplemented"),
    ("__lt__(self, other)", "return ANY"), ("__call__(self, *a, **k)", "return a, k"), ("__getattr__(self, name)", "return name"),
    ("__contains__(self, x)", "return x == 1"), ("__del__(self)", "print('gone')"), ("__index__(self)", "return 1"), ("__format__(self, spec)", "return spec or 'f'"),
    ("__setattr__(self, name, value)", "object.__setattr__(self, name, (value,))"), ("m(self, a=1)", "return super().__repr__() if a == 2 else ANY"),
    ("__iadd__(self, other)", "self.x = other; return self"), ("__init_subclass__(cls, **k)", "print('subclass', cls.__name__)"),
    ("__set_name__(self, owner, name)", "print('named', name)"), ("__str__(self)", "return ANY"), ("__enter__(self)", "return self"),
]

BEGIN = """class Manager:
    def __init__(self, swallow):
        self.swallow = swallow
    def __enter__(self):
        print('enter')
        return self.swallow
    def __exit__(self, kind, error, traceback):
        print('exit', kind and kind.__name__)
        return self.swallow
def decorated(f):
    def wrapper(*args, **keywords):
        print('call', f.__name__)
        return f(*args, **keywords)
    return wrapper
a, b, c, d = 1, [1, 2], 'text', {'k': 1}
e = f = g = h = None
"""


def program(seed):
    maker = Maker(seed)
    while maker.budget > 0:
        if maker.chance(.75):
            maker.guard(0)
        else:
            maker.statement(0)
    return BEGIN + "\n".join(maker.lines) + "\n"


if __name__ == "__main__":
    import sys
    print(program(int(sys.argv[1])), end="")
