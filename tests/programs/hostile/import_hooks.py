import sys
class F:
    def find_spec(s, n, p=None, t=None):
        import nosuchthing
sys.meta_path.insert(0, F())
try: import abcdef
except BaseException as e: print(type(e).__name__)
class G:
    def find_spec(s, n, p=None, t=None):
        sys.meta_path.clear(); return None
sys.meta_path[0] = G()
try: import abcdef2
except BaseException as e: print(type(e).__name__)
