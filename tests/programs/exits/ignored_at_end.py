class Named:
    def __repr__(self):
        return "<a finalizer>"

    def __call__(self):
        print("finalizing")
        self.more()

    def more(self):
        raise ValueError("nobody sees the source any more")


class A:
    __del__ = Named()


a = A()
print("the end")
