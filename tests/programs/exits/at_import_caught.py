try:
    import in_module
except SystemExit as e:
    print("caught", e.code)
print("after")
