# ExceptionGroup and except*.
def show(text):
    try:
        print(text, "->", repr(eval(text)))
    except BaseException as e:
        print(text, "->", f"{type(e).__name__}: {e}")


V, K, T, O = ValueError, KeyError, TypeError, OSError
for text in ["ExceptionGroup('m', [V(1), K(2)])", "str(ExceptionGroup('m', [V(1)]))", "str(ExceptionGroup('m', [V(1), K(2)]))", "ExceptionGroup('m', [])", "ExceptionGroup('m', [1])", "ExceptionGroup('m', 5)", "ExceptionGroup('m')",
             "ExceptionGroup(1, [V()])", "ExceptionGroup('m', [KeyboardInterrupt()])", "BaseExceptionGroup('m', [V()])", "BaseExceptionGroup('m', [KeyboardInterrupt()])", "type(BaseExceptionGroup('m', [V()])).__name__",
             "ExceptionGroup('m', (V(1),)).exceptions", "ExceptionGroup('m', [V(1)]).message", "ExceptionGroup('m', [V(1)]).args", "ExceptionGroup.__mro__", "ExceptionGroup('m', {V(1)})", "ExceptionGroup[int]",
             "ExceptionGroup('m', [V(1)]).split(5)", "ExceptionGroup('m', [V(1)]).split(int)", "ExceptionGroup('m', [V(1)]).subgroup((V, K))", "ExceptionGroup('m', [V(1)]).subgroup(K)", "ExceptionGroup('m', [V(1), K(2)]).split(V)",
             "ExceptionGroup('m', [V(1), K(2)]).split(lambda e: isinstance(e, K))", "ExceptionGroup('m', [V(1)]).derive([K(3)])", "ExceptionGroup('m', [V()]).message.x", "ExceptionGroup(message='m', exceptions=[V()])"]:
    show(text)

g = ExceptionGroup("outer", [V(1), ExceptionGroup("inner", [T(2), K(3), V(4)]), O(5)])
g.add_note("note")
match, rest = g.split(V)
print(repr(match), match.__notes__, match.__notes__ is g.__notes__)
print(repr(rest))
print(g.split(ExceptionGroup)[0] is g, g.split((T, O)), g.subgroup(lambda e: False))


class Mine(ExceptionGroup):
    def __new__(cls, message, exceptions, extra=None):
        self = super().__new__(cls, message, exceptions)
        self.extra = extra
        return self

    def derive(self, exceptions):
        return Mine(self.message, exceptions, self.extra)


m = Mine("mine", [V(1), K(2)], "e")
print(repr(m.split(V)), m.split(V)[0].extra, m.extra)


def run(make, *clauses):
    log = []
    try:
        try:
            raise make()
        except* V as e:
            log.append(("V", repr(e)))
            if "raise" in clauses:
                raise T("new")
            if "reraise" in clauses:
                raise
        except* (K, O) as e:
            log.append(("KO", repr(e)))
            if "raise2" in clauses:
                raise O("new2") from None
        else:
            log.append("else")
        finally:
            log.append("finally")
    except BaseException as e:
        log.append(("out", repr(e), repr(e.__context__)))
    print(log)


run(lambda: V(1))
run(lambda: T(1))
run(lambda: ExceptionGroup("g", [V(1), K(2)]))
run(lambda: ExceptionGroup("g", [V(1), T(2)]))
run(lambda: ExceptionGroup("g", [V(1), K(2)]), "raise")
run(lambda: ExceptionGroup("g", [V(1), K(2)]), "reraise")
run(lambda: ExceptionGroup("g", [V(1), K(2), T(3)]), "reraise", "raise2")
run(lambda: ExceptionGroup("g", [V(1), ExceptionGroup("h", [V(2), T(3), O(4)])]), "reraise")
run(lambda: V(1), "reraise")
run(lambda: V(1), "raise")
run(lambda: BaseExceptionGroup("b", [KeyboardInterrupt(), V(1)]))
try:
    try:
        raise V(1)
    except* ExceptionGroup:
        pass
except TypeError as e:
    print(e)
try:
    try:
        raise V(1)
    except* 5:
        pass
except TypeError as e:
    print(e)

# A lone exception that except* catches is wrapped in a group, which was raised nowhere.
try:
    raise ValueError("lone")
except* ValueError as group:
    print(repr(group), group.__traceback__, group.exceptions[0].__traceback__.tb_lineno)
