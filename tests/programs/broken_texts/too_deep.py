"""Texts that nest too deep, or are long chains that do not nest at all."""
many = 100_000
texts = {
    "lists": "[" * many + "]" * many,
    "open brackets": "(" * many,
    "brackets of three kinds": "([{" * many,
    "calls": "f(" * many + ")" * many,
    "two hundred brackets": "[" * 200 + "]" * 200,
    "minus": "-" * many + "1",
    "few minus": "-" * 3000 + "1",
    "not": "not " * many + "1",
    "invert": "~" * many + "1",
    "lambda": "lambda: " * many + "1",
    "power": "**".join(["x"] * many),
    "conditional": "x if x else " * many + "x",
    "sum": "+".join(["x"] * many),
    "product of strings": "*".join(["''"] * 10),
    "attributes": "x" + ".real" * many,
    "subscripts": "x" + "[0]" * many,
    "chained calls": "x" + "()" * many,
    "comparison": " == ".join(["x"] * many),
    "and": " and ".join(["x"] * many),
    "adjacent strings": "'a' " * many,
    "adjacent f-strings": "f'{x}' " * many,
    "joined strings": "+".join(["'a'"] * 3000),
    "f-strings": 'f"{' * 200 + "1" + '}"' * 200,
    "format specifications": "f'" + "{1:" * 100 + "}" * 100 + "'",
    "list comprehensions": "[x for x in " * 150 + "y" + "]" * 150,
    "arguments": "f(" + ",".join(["1"] * many) + ")",
    "tuple": "1," * many,
    "decimal": "1" * 10_000,
    "hexadecimal": "0x" + "1" * 10_000,
    "stars": "[" + "*" * many + "x]",
}
for name, text in texts.items():
    try:
        compile(text, "<text>", "eval")
    except BaseException as error:
        print(name, type(error).__name__, str(error)[:120])
    else:
        print(name, "compiles")

blocks = {
    "ifs": "".join(" " * i + "if x:\n" for i in range(99)) + " " * 99 + "pass\n",
    "too many ifs": "".join(" " * i + "if x:\n" for i in range(101)) + " " * 101 + "pass\n",
    "loops": "".join(" " * i + "for x in y:\n" for i in range(25)) + " " * 25 + "pass\n",
    "functions": "".join(" " * i + "def f():\n" for i in range(90)) + " " * 90 + "pass\n",
    "classes": "".join(" " * i + "class A:\n" for i in range(90)) + " " * 90 + "pass\n",
    "elifs": "if x: pass\n" + "elif x: pass\n" * many,
    "few elifs": "if x: pass\n" + "elif x: pass\n" * 1000,
    "assignments": "x = " * many + "1\n",
    "statements": "x = 1;" * many,
    "decorators": "@x\n" * many + "def f(): pass\n",
    "pattern": "match x:\n case " + "[" * 199 + "y" + "]" * 199 + ": pass\n",
    "alternatives": "match x:\n case " + "|".join(["1"] * 10_000) + ": pass\n",
    "dots": "from " + "." * many + " import x\n",
    "continued lines": "x = 1 + \\\n" * many + "1\n",
    "names": "global " + ",".join(f"x{i}" for i in range(many)) + "\n",
    "cut off": "if x:\n" * 50,
}
for name, text in blocks.items():
    try:
        compile(text, "<text>", "exec")
    except BaseException as error:
        print(name, type(error).__name__, str(error)[:120])
    else:
        print(name, "compiles")
