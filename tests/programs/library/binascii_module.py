"""binascii: base64, uu, quoted-printable, hexadecimal digits, checksums, and what is refused."""
import binascii as B
def t(f, *a, **k):
    try:
        print('OK', ascii(f(*a, **k)).split(' at 0x')[0])
    except BaseException as e:
        print(type(e).__module__, type(e).__name__, ascii(str(e)))
all_=bytes(range(256))
for s in ('',b'',b'YQ==',b'YQ=',b'YQ',b'Y',b'YWI=',b'YWI',b'YWJj',b'YWJjZA==',b'Y W\nJ j',b'Y=Q=',b'YQ==YQ==',b'=YQ==',b'YQ===',b'YWI==',b'====',b'=',b'YW\x00Jj','YWJj','YWJé',b'YW-_',b'Y\xff\xffQ==',b'YQ==\n',b'YQ=\n=',b'YWJjY',b'YWJjYQ',b'YWJj=',b'YWJj====',5,None,b'AAAA!BBB',b'YWJj YQ==',b' YQ==',b'Y=',b'YQ=Q'):
    t(B.a2b_base64,s); t(B.a2b_base64,s,strict_mode=True)
t(B.a2b_base64);t(B.a2b_base64,b'',1);t(B.a2b_base64,b'',strict_mode=[])
for a in (b'',b'a',b'ab',b'abc',all_,bytearray(b'x'),memoryview(b'xyz'),'x',5): t(B.b2a_base64,a);t(B.b2a_base64,a,newline=False)
t(B.b2a_base64,b'a',5);t(B.b2a_base64)
for s in (b'',b' ',b'#86)C',b'#86)C\n',b'!80',b'"86)',b'#86',b'M'+b'A'*60+b'\n',b'#86)Cx',b'\xff',b'#\x86)C','#86)C',b'#86)C \n',b'#86)C`',b'#86)C\r\n',b'\x20\n',b'`\n', b'#86)C\x80'): t(B.a2b_uu,s)
for s in (b'',b'a',b'ab',b'abc',b'x'*45,b'x'*46,'x',b'\0\0\0',bytearray(b'hello')): t(B.b2a_uu,s); t(B.b2a_uu,s,backtick=True)
t(B.b2a_uu,b'a',True);t(B.b2a_uu)
for s in (b'',b'=41',b'=4',b'=',b'a=\nb',b'a=\r\nb',b'=zz',b'==',b'a_b',b'=4a=4A',b'a \n',b'a=20\n','=41',b'=\n',b'x=3',b'=_',b'a=b',b'=\r',b'=\rab\ncd',b'= \nab'): t(B.a2b_qp,s);t(B.a2b_qp,s,header=True)
for s in (b'',b'a=b',b'a b',b'a ',b'a\t\nb',b'a \r\nb',all_,b'x'*100,b'.\n',b'.',b'\n.\n',b'a_b',b'hello world '*10,b'\r\n\n',b'\r',b'a\r\nb\nc',b'\xe9'*40,b'x'*75+b'\n',b'x'*76+b'\n',b'x'*76,b'x'*77,b' '*80,b'=\n'*3, b'x'*74+b'=', b'x'*75+b' \n'):
    for k in ({},{'quotetabs':True},{'istext':False},{'header':True},{'quotetabs':1,'istext':0,'header':1}): t(B.b2a_qp,s,**k)
t(B.b2a_qp,'x');t(B.b2a_qp);t(B.a2b_qp);t(B.b2a_qp,b'a',1,0,1);t(B.b2a_qp,data=b'a b',header=True);t(B.a2b_qp,data=b'x')
for a in ((b'',),(b'abc',),(b'abc',5),(b'abc',-1),(b'abc',2**40),('x',),(b'abc','x'),(all_,),(),(b'a',1,2),(b'abc',2**70)): t(B.crc32,*a);t(B.crc_hqx,*a)
t(B.crc_hqx,b'abc',0);t(B.crc_hqx,all_,0x1234);t(B.crc32,all_*1000)
for f in (B.hexlify,B.b2a_hex):
    for a,k in (((b'',),{}),((b'abc',),{}),((b'abc','-'),{}),((b'abc',b'-'),{}),((b'abcdef',':',2),{}),((b'abcdefg',':',2),{}),((b'abcdefg',':',-2),{}),((b'abcdefg',':',0),{}),((b'abcdefg',':',100),{}),((b'abc','--'),{}),((b'abc',''),{}),((b'abc','é'),{}),((b'abc',b'\xe9'),{}),((b'abc',5),{}),((b'abc',None),{}),(('abc',),{}),((b'abc',':','x'),{}),((b'abc',':',2**40),{}),((),{}),((),{'data':b'x'}),((b'abc',),{'sep':':','bytes_per_sep':1}),((bytearray(b'ab'),'x'),{}),((b'abc',),{'bytes_per_sep':1}),((b'',':'),{}),((b'a',':'),{}),((b'abc',':',-2**31),{}),((b'abc',bytearray(b':')),{})): t(f,*a,**k)
for f in (B.unhexlify,B.a2b_hex):
    for a in (b'',b'616263','616263',b'61626',b'zz','6é',b'6G',b'AbCd',bytearray(b'61'),memoryview(b'6162'),5,None,'',b'61 62',b'\xff\xff'): t(f,a)
t(B.unhexlify);t(B.unhexlify,b'',1)
