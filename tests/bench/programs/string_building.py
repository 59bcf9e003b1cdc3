def main():
    lines = []
    for i in range(900000):
        line = "item " + str(i) + ": "
        line += "value " * 2
        lines.append(line.strip().upper())
    text = "\n".join(lines)
    print(len(text), text.count("7"))


main()
