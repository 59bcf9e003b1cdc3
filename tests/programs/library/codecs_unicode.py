"""The Unicode encodings and the escapes on random bytes and texts, whole and in pieces."""
import sys
import warnings
warnings.simplefilter("ignore")
import _codecs, codecs
seed=12345
def rnd(n):
    global seed
    seed=(seed*1103515245+12345)&0x7fffffff
    return (seed>>8)%n
def t(f,*a):
    try: return ascii(f(*a))
    except Exception as e: return type(e).__name__+ascii(str(e))
alpha=b"+-+-AaZ/09IKw \x00\xff~\\=.+"
esc=b"\\\\xuUN{}0179afnG\n'\"\xe9 8d"
texts=[0x41,0x2b,0x2d,0x7e,0x5c,0,0x20ac,0x1f600,0xd800,0xdc00,0xe9,0x61,0x3d,10]
for i in range(150):
    b=bytes(alpha[rnd(len(alpha))] for _ in range(rnd(14)))
    print('7',b,t(_codecs.utf_7_decode,b),t(_codecs.utf_7_decode,b,None,True),t(_codecs.utf_7_decode,b,'replace',True),t(_codecs.utf_7_decode,b,'ignore'))
for i in range(150):
    s=''.join(chr(texts[rnd(len(texts))]) for _ in range(rnd(10)))
    print('e',ascii(s),t(_codecs.utf_7_encode,s),t(_codecs.unicode_escape_encode,s),t(_codecs.raw_unicode_escape_encode,s),t(_codecs.utf_16_encode,s,'surrogatepass'),t(_codecs.utf_8_encode,s,'surrogateescape'),t(_codecs.utf_8_encode,s,'backslashreplace'),t(_codecs.latin_1_encode,s,'xmlcharrefreplace'),t(_codecs.ascii_encode,s,'backslashreplace'),t(_codecs.utf_32_encode,s,'ignore'))
for i in range(120):
    b=bytes(esc[rnd(len(esc))] for _ in range(rnd(16)))
    print('u',b,t(_codecs.unicode_escape_decode,b),t(_codecs.unicode_escape_decode,b,None,False),t(_codecs.unicode_escape_decode,b,'replace'),t(_codecs.raw_unicode_escape_decode,b),t(_codecs.raw_unicode_escape_decode,b,'replace',False),t(_codecs.escape_decode,b),t(_codecs.escape_decode,b,'replace'))
bs=b"\xe2\x82\xac\xf0\x9f\x98\x80\xc3\xa9a\xed\xa0\x80\xff\xfe\x00\xd8\xdc"
for i in range(120):
    b=bytes(bs[rnd(len(bs))] for _ in range(rnd(12)))
    for c in ('utf_8','utf_16','utf_16_le','utf_16_be','utf_32','utf_32_be','ascii'):
        f=getattr(_codecs,c+'_decode')
        for e in ('strict','replace','surrogateescape','surrogatepass','ignore'):
            if c=='ascii': print(c,b,e,t(f,b,e))
            else: print(c,b,e,t(f,b,e),t(f,b,e,True))
for s in (r'\N{EURO SIGN}',r'\N{nope}',r'\N{}',r'\N',r'\N{abc',r'\U00110000',r'\U0010ffff',r'\777'):
    print(s,t(_codecs.unicode_escape_decode,s),t(_codecs.raw_unicode_escape_decode,s),t(_codecs.unicode_escape_decode,s.encode(),'replace',False))
