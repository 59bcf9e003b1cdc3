class Base:
    registry = []

    def __init_subclass__(cls, **options):
        super().__init_subclass__()
        Base.registry.append((cls.__name__, options))

    def __init__(self, **rest):
        self.trail = [*rest.pop("trail", []), "Base"]

    def who(self):
        return ["Base"]


class Left(Base):
    def __init__(self, left=0, **rest):
        super().__init__(**rest)
        self.left = left

    def who(self):
        return ["Left", *super().who()]


class Right(Base, kind="r"):
    def __init__(self, right=0, **rest):
        super().__init__(**rest)
        self.right = right

    def who(self):
        return ["Right"] + super().who()


class Both(Left, Right):
    def who(self):
        return ["Both"] + super().who()

    def __eq__(self, other):
        return isinstance(other, Both) and (self.left, self.right) == (other.left, other.right)

    def __hash__(self):
        return hash((self.left, self.right))


b = Both(left=1, right=2, trail=["start"])
print(b.who(), b.trail, [c.__name__ for c in Both.__mro__])
print(vars(b), b == Both(1, right=2), len({b, Both(1, right=2)}), Base.registry)
print(isinstance(b, Right), issubclass(Left, Base), hasattr(b, "up"), getattr(b, "up", None))
b.left += 5
Both.who = lambda self: "patched"
setattr(b, "extra", b.who)
print(b.who(), b.left, type(b).__bases__, b.extra())
try:
    class Bad(Base, Left):
        pass
except TypeError as problem:
    print(str(problem).splitlines()[0])
