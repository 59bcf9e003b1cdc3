import sys

print("before", end="")
sys.exit("bye €\nand more")
