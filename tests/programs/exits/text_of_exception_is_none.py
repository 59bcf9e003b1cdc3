class E(Exception):
    def __str__(self):
        return 1


raise E
