# Lines split, stripped, joined, formatted and counted; a small tokenizer that walks characters.
lines = ["  item%d = %d ; # note %d  " % (i, i * 37 % 1000, i) for i in range(300)]


def tokens(text):
    i, found = 0, []
    while i < len(text):
        c = text[i]
        if c.isspace():
            i += 1
        elif c.isalpha() or c == "_":
            start = i
            while i < len(text) and (text[i].isalnum() or text[i] == "_"):
                i += 1
            found.append(("name", text[start:i]))
        elif c.isdigit():
            start = i
            while i < len(text) and text[i].isdigit():
                i += 1
            found.append(("number", int(text[start:i])))
        else:
            found.append(("sign", c))
            i += 1
    return found


total = 0
for turn in range(700):
    values = {}
    for line in lines:
        code, _, note = line.partition("#")
        name, value = (part.strip(" ;") for part in code.split("="))
        values[name] = int(value)
        total += len(f"{name:>12}|{value:<6}|{note.strip().upper()}")
    report = "\n".join("%s: %d" % pair for pair in sorted(values.items()))
    total += report.count("7") + len(report.replace("item", "x").splitlines())
    for line in lines[:60]:
        total += len(tokens(line))
print(total)
