class E(SystemExit):
    code = property(lambda self: 7)


raise E("text")
