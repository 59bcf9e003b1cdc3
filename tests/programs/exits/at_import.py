import in_module

print("not reached")
