# What is still open when the program ends is closed without a word.
kept = [open(__file__)]
print(kept[0].readline(), end="")
