# What Unicode says of characters, as a digest for each question: str's predicates and case mappings, names in a program, \w and \d, repr.
import re

pieces = ["".join(map(chr, range(start, start + 0x800))) for start in range(0, 0x32800, 0x800)] + ["".join(map(chr, range(0xE0000, 0xE0800)))]


def digest(texts):
    number = count = 0
    for text in texts:
        count += len(text)
        data = text.encode("utf-8", "surrogatepass")
        number = (number * 1000003 + int.from_bytes(data, "big")) % (2**61 - 1)
    return f"{count} {number:x}"


for name in ("isalpha", "isdecimal", "isdigit", "isnumeric", "isspace", "isprintable", "isidentifier", "isupper", "islower"):
    print(name, digest("".join(filter(getattr(str, name), piece)) for piece in pieces))
for name in ("upper", "lower", "title", "swapcase", "casefold"):
    print(name, digest(getattr(piece, name)() for piece in pieces))
print("repr", digest(map(repr, pieces)))
print("ascii", digest(map(ascii, pieces)))
for pattern in (r"\w", r"\d", r"\s", r"[^\W\d_]"):
    print(pattern, digest("".join(re.findall(pattern, piece)) for piece in pieces))

# Names: of the long runs of ideographs and syllables the ends will do.
runs = [(0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xAC00, 0xD7A3), (0x17000, 0x187F7), (0x20000, 0x2A6DF), (0x2A700, 0x2EBE0), (0x30000, 0x323AF)]
for first, last in runs:
    pieces = [piece for piece in pieces if not first <= ord(piece[0]) <= ord(piece[-1]) < last]
names = []
for piece in pieces:
    namespace = {}
    exec("".join(f"x{c} = 0\n" for c in piece if c > "\x7f" and ("x" + c).isidentifier()), namespace)
    del namespace["__builtins__"]
    names.append(" ".join(namespace))
print("names", digest(names))

# The characters on either side of what may be in a name: compile() and isidentifier() agree.
checked = 0
for piece in pieces:
    flags = [("x" + c).isidentifier() for c in piece]
    for i in range(1, len(piece)):
        if flags[i - 1] == flags[i] or piece[i] < "\x80" or "\ud7ff" < piece[i] < "\ue001":
            continue
        for c in piece[i - 1 : i + 1]:
            try:
                compile(f"x{c} = 0", "<name>", "exec")
                fine = True
            except SyntaxError as problem:
                fine = False
            checked += 1
            if fine != ("x" + c).isidentifier():
                print(f"U+{ord(c):04X}", fine)
print(checked, "at the edges")

# CJK Extension I came with Unicode 15.1.
for c in "\U0002ebef\U0002ebf0\U0002ee5d\U0002ee5e":
    namespace = {}
    try:
        exec(f"{c} = 1", namespace)
        got = namespace[c]
    except SyntaxError as problem:
        got = problem.msg
    print(ascii(c), c.isidentifier(), c.isprintable(), c.isalpha(), bool(re.fullmatch(r"\w", c)), got)
𮯰 = "\N{CJK UNIFIED IDEOGRAPH-2EBF0}"
print(𮯰)
print("a゙⿼𮯰𠀀가😀é" + (1 / 0))
