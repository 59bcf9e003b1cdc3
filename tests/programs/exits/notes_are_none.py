e = ValueError(1)
e.__notes__ = [1, "b", None]
raise e
