import sys

print("not reached")
if sys:
