import sys
class D:
    def __del__(s): sys.d = D()
sys.d = D()
