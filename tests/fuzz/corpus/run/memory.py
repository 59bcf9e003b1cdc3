b = bytearray(range(10)); m = memoryview(b)[2:6]; m[0] = 7; print(m.tolist(), b)
try: b.append(1)
except BufferError as e: print(e)
m.release(); b.clear()
