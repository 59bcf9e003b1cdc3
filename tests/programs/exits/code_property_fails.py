class E(SystemExit):
    code = property(lambda self: 1 / 0)


raise E("text")
