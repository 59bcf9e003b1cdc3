import _codecs, codecs
def t(f,*a,**k):
    n=getattr(f,'__name__',str(f))
    try: print(n,a,ascii(f(*a,**k)))
    except BaseException as e: print(n,a,type(e).__qualname__,ascii(str(e)),getattr(e,'__notes__',''))
def h(r):
    print(r)
    codecs.register_error('h',lambda e:r)
    t('a\xe9b'.encode,'ascii','h'); t(b'a\xffb'.decode,'utf-8','h'); t(b'a\xffb'.decode,'ascii','h'); t('a\ud800b'.encode,'utf-8','h'); t('a\ud800b'.encode,'utf-16-le','h');t('a\ud800b'.encode,'utf-32','h'); 
    if r[1]!=-1: t(b'a\xd8'.decode,'utf-16-le','h')
for r in (('x',3),('x',-1),('x',10),('x',-10),(b'x',2),(b'xxxx',2),('\xe9',2),('\u20ac',2),(1,2),('x','y'),['x',2],('x',2**70),('x',2,3)): h(r)
for b in (b'\0',b'\xff\xfe\0',b'\xfe\xff\0',b'\0\xd8',b'\0\xdc',b'\0\xd8a\0',b'\0\xd8a',b'\xff\xfe\0\xd8a'):
    for e in ('utf-16','utf-16-le','utf-16-be','utf-32','utf-32-be','utf-32-le'):
        for err in ('strict','replace','surrogatepass','surrogateescape','backslashreplace'): t(b.decode,e,err)
for f in (_codecs.utf_16_ex_decode,_codecs.utf_32_ex_decode):
    for bo in (-1,0,1,5,'a'):
        for d in (b'\xff\xfea\0',b'\xfe\xff\0a',b'a\0',b'\xff\xfe\0\0a\0\0\0',b'\0\0\xfe\xff\0\0\0a'): t(f,d,None,bo); t(f,d,None,bo,True)
t(_codecs.utf_16_encode,'a',None,1);t(_codecs.utf_16_encode,'a',None,-1);t(_codecs.utf_32_encode,'a',None,1);t(_codecs.utf_16_encode,'a',None,'x')
for b in (b'abc\xe2\x82',b'abc\xe2',b'\xf0\x9f\x98',b'\xff',b'\xe2\x28',b'\xed\xa0',b'\xed\xa0\x80', b'\xc0'): t(_codecs.utf_8_decode,b); t(_codecs.utf_8_decode,b,None,True); t(_codecs.utf_8_decode,b,'surrogatepass'); t(_codecs.utf_8_decode,b,'replace',True)
# the standard handlers as functions
for n in 'strict ignore replace xmlcharrefreplace backslashreplace surrogatepass surrogateescape'.split():
    h = _codecs.lookup_error(n)
    for e in (UnicodeEncodeError('ascii', 'a\u20ac\U0001f600\udc80b\udcfe', 1, 3, 'why'), UnicodeEncodeError('utf-8', '\udc80\ud800', 0, 2, 'why'),
              UnicodeDecodeError('utf-8', b'a\xff\x80z', 1, 4, 'why'), UnicodeDecodeError('utf-8', b'\xed\xa0\x80z', 0, 1, 'why'),
              UnicodeDecodeError('utf-16-be', b'\xd8\x00z', 0, 2, 'why'), UnicodeTranslateError('a\u20ac\xe9', 1, 3, 'why'), ValueError('x'), 5):
        t(h, e)
# handlers that change what is decoded, raise, or are not there
def other_bytes(e):
    e.object = b'abc'
    return ('!', 1)
codecs.register_error('other', other_bytes)
t(b'x\xffyz'.decode, 'utf-8', 'other')
def no_bytes(e):
    del e.object
    return ('!', 1)
def fails(e):
    raise KeyError('handler')
codecs.register_error('fails', fails)
t(b'\xff'.decode, 'ascii', 'fails')
t('\xe9'.encode, 'ascii', 'fails')
t('\xe9'.encode, 'ascii', 'nope')
t(b'\xff'.decode, 'utf-8', 'nope')
t(codecs.register_error, 'a', 1)
t(codecs.register_error, 1, print)
t(codecs.lookup_error, 'nope')
