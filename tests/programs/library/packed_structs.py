"""struct: packing and unpacking by every kind of format, and what does not fit."""
import struct
def t(f,*a):
    try: print(f.__name__,a,f(*a))
    except Exception as e: print(f.__name__,a,type(e).__name__,e)
for fm,v in (("<i",(5,)),(">hhl",(1,2,3)),("hhl",(1,2,3)),("!d",(1.5,)),("<f",(3.14159,)),("<e",(1.1,)),("4s",(b"ab",)),("4p",(b"abcdef",)),("?c",(1,b"x")),("b",(200,)),("i",(2**31,)),("Q",(-1,)),("q",(2**63,)),("ii",(1,)),("z",(1,)),("i",("a",)),("f",("a",)),("c",("a",)),("3xB",(1,)),("<f",(1e40,)),("H",(70000,)),("B",(256,)),("2",()),("<f",(1e-45,)),("<f",(float('nan'),)),("d",(3,)),("10s",(5,))):
    t(struct.pack,fm,*v)
for fm,d in (("<i",b"\x05\0\0\0"),("<e",b"\x66\x3c"),(">f",b"@I\x0f\xdb"),("4s",b"abcd"),("i",b"abc"),("3p",b"\x02ab"),("<?b",b"\x01\xff")):
    t(struct.unpack,fm,d)
t(struct.calcsize,"bi"); t(struct.calcsize,"<bi"); t(struct.calcsize,"n"); t(struct.unpack_from,"H",b"abcd",1); t(struct.unpack_from,"I",b"abcd",1); print(list(struct.iter_unpack("<H",b"abcd")))
b=bytearray(6); struct.pack_into(">H",b,2,258); print(b)
