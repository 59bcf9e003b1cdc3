# pyexpat: every handler, texts in pieces, namespaces, entities, and what goes wrong.
import pyexpat

document = b"""<?xml version="1.0" encoding="iso-8859-1" standalone="no"?>
<!DOCTYPE doc PUBLIC "-//x//y" "doc.dtd" [
<!ELEMENT doc (a|(b,c?)+)*>
<!ELEMENT a EMPTY> <!ELEMENT b ANY> <!ELEMENT c (#PCDATA|a)*>
<!ATTLIST a x CDATA "one" y (p|q) #REQUIRED z ID #IMPLIED w CDATA #FIXED "f">
<!ENTITY inner "some <b>text</b>"> <!ENTITY % par "x"> <!ENTITY outer SYSTEM "outer.xml">
<!NOTATION gif PUBLIC "viewer"> <!ENTITY pic SYSTEM "pic.gif" NDATA gif>
]>
<doc xmlns:n="http://n"><!-- a comment --><?target some data?>
<a y="p" n:k="v"/>&inner; caf\xe9 <![CDATA[<raw> & such]]> &outer; &#65;
</doc>
"""
names = ["StartElementHandler", "EndElementHandler", "ProcessingInstructionHandler", "CharacterDataHandler", "UnparsedEntityDeclHandler",
         "NotationDeclHandler", "StartNamespaceDeclHandler", "EndNamespaceDeclHandler", "CommentHandler", "StartCdataSectionHandler",
         "EndCdataSectionHandler", "ExternalEntityRefHandler", "StartDoctypeDeclHandler", "EndDoctypeDeclHandler", "EntityDeclHandler",
         "XmlDeclHandler", "ElementDeclHandler", "AttlistDeclHandler", "NotStandaloneHandler", "SkippedEntityHandler"]


def tell(call, *args, **kwargs):
    try:
        result = call(*args, **kwargs)
    except Exception as e:
        print(type(e).__module__, type(e).__name__, e, vars(e))
    else:
        print(repr(result).split(" at 0x")[0])


def listening(parser, which=names):
    for name in which:
        answer = 1 if name in ("ExternalEntityRefHandler", "NotStandaloneHandler") else None

        def handler(*args, name=name, answer=answer):
            if name == "ExternalEntityRefHandler":  # namespaces come in any order
                args = (sorted(args[0].split("\f")), *args[1:])
            print(" ", name.removesuffix("Handler"), *map(repr, args))
            return answer
        setattr(parser, name, handler)
    return parser


for separator in None, " ", "":
    for pieces in [document], document.splitlines(keepends=True):
        p = listening(pyexpat.ParserCreate(namespace_separator=separator))
        p.buffer_text = True
        p.namespace_prefixes = True
        for piece in pieces:
            p.Parse(piece)
        print(p.Parse(b"", True), p.CurrentLineNumber, p.CurrentColumnNumber, p.CurrentByteIndex, sorted(map(str, p.intern)))

# Attributes in order, and only the given ones.
p = pyexpat.ParserCreate()
p.ordered_attributes = p.specified_attributes = 5
listening(p, ["StartElementHandler"])
p.Parse(document, True)
print(p.ordered_attributes, p.specified_attributes, p.namespace_prefixes)

# The default handlers see what nobody else takes.
for name in "DefaultHandler", "DefaultHandlerExpand":
    p = listening(pyexpat.ParserCreate(), [name, "EndElementHandler"])
    p.Parse(b"<!DOCTYPE a [<!ENTITY e 'text'>]><a b='c'>one &e; two<!--c--></a>", 1)

# An external entity by a parser of its own.
p = pyexpat.ParserCreate()
p.buffer_text = True
texts = []
p.CharacterDataHandler = texts.append


def outer(context, base, system, public):
    print(context, base, system, public)
    inner = p.ExternalEntityParserCreate(context)
    print(inner.buffer_text, inner.CharacterDataHandler == p.CharacterDataHandler)
    inner.Parse(b"<x>from outside</x>" if context else b"<!ENTITY e 'from the DTD'>", True)
    return 1


p.ExternalEntityRefHandler = outer
p.SetBase("/base/")
print(p.SetParamEntityParsing(pyexpat.XML_PARAM_ENTITY_PARSING_UNLESS_STANDALONE), p.GetBase())
p.Parse(document, True)
print("".join(texts))

# Errors, with their places.
for text in (b"", b"<a>", b"<a></b>", b"<a b='1' b='2'/>", b"<a>&no;</a>", b"<a>&#0;</a>", b"text", b"<a/><b/>", b"<a b=c/>", b"<a><![CDATA[", b"<a>\xff</a>",
             b"<?xml version='1.0' encoding='no-such'?><a/>", b"<a:b/>", b"<!DOCTYPE a [<!ENTITY b '&b;'>]><a>&b;</a>", b"\n\n  <?xml version='1.0'?><a/>", b"<a><!-- -- --></a>"):
    print(text, end=" ")
    tell(pyexpat.ParserCreate(namespace_separator=" ").Parse, text, True)
laughs = "<!DOCTYPE a [<!ENTITY l0 'ha'>" + "".join(f"<!ENTITY l{i} '{f'&l{i - 1};' * 10}'>" for i in range(1, 10)) + "]><a>&l9;</a>"
p = pyexpat.ParserCreate()
p.CharacterDataHandler = lambda text: None
try:
    p.Parse(laughs, True)
except pyexpat.ExpatError as e:
    print(pyexpat.ErrorString(e.code))


# Handlers that raise, change and answer what they should not.
def raising(*args):
    raise KeyError("mine")


p = pyexpat.ParserCreate()
p.StartElementHandler = raising
tell(p.Parse, b"<a><b/>")
print(p.StartElementHandler)
tell(p.Parse, b"</a>", True)
p = pyexpat.ParserCreate()
p.NotStandaloneHandler = lambda: 0
tell(p.Parse, b"<!DOCTYPE a SYSTEM 'b'><a/>", True)
p = pyexpat.ParserCreate()
p.ExternalEntityRefHandler = lambda *a: "text"
tell(p.Parse, document, True)
p = pyexpat.ParserCreate()


def changing(text):
    print("first", text)
    p.CharacterDataHandler = None
    p.StartElementHandler = lambda name, attributes: print("start", name)


p.CharacterDataHandler = changing
tell(p.Parse, b"<a>one<b>two</b>\nthree</a>", True)
p = pyexpat.ParserCreate()
p.StartElementHandler = lambda *a: print(p.GetInputContext())
tell(p.Parse, b"<a>one<b/></a>", True)
print(p.GetInputContext())

# The buffer.
p = pyexpat.ParserCreate()
p.buffer_text = True
p.buffer_size = 10
p.CharacterDataHandler = print
p.Parse(b"<a>12345")
print(p.buffer_used, p.buffer_size)
p.Parse(b"67890abcdef")
print(p.buffer_used)
p.Parse(b"and a longer text</a>", True)
p.buffer_text = False
print(p.buffer_text, p.buffer_used)

# What is refused.
import io
p = pyexpat.ParserCreate()
for name, value in ("buffer_size", "a"), ("buffer_size", 0), ("buffer_size", 2**31), ("buffer_size", 2**70), ("foo", 1), ("ErrorCode", 1), ("intern", 1):
    tell(setattr, p, name, value)
tell(delattr, p, "StartElementHandler")
tell(delattr, p, "buffer_size")
tell(getattr, p, "foo")
p.StartElementHandler = 5
tell(p.Parse, "<a>")
for args, kwargs in ((5,), {}), ((None, "ab"), {}), ((None, 5), {}), ((), {"intern": 5}), ((), {"foo": 1}), (("abc\0",), {}), (("utf-8", None, None), {}):
    tell(pyexpat.ParserCreate, *args, **kwargs)
tell(pyexpat.ParserCreate().Parse, 5)
tell(pyexpat.ParserCreate().Parse)
tell(pyexpat.ParserCreate().Parse, "\ud800", True)
tell(pyexpat.ParserCreate().ParseFile, 5)
tell(pyexpat.ParserCreate().ParseFile, io.BytesIO(b"<a>" + b"x" * 10000 + b"</a>"))
tell(pyexpat.ParserCreate().ParseFile, io.StringIO("<a>b</a>"))
tell(pyexpat.ParserCreate().SetBase, 5)
tell(pyexpat.ParserCreate().UseForeignDTD)
tell(pyexpat.ParserCreate("x-bad").Parse, b"<a/>", True)
tell(pyexpat.ParserCreate("utf-16").Parse, b"<a/>", True)
tell(type(p))
for code in 1, 4, 0, 999, -1, "a":
    tell(pyexpat.ErrorString, code)
print([n for n in dir(pyexpat) if not n.startswith("__") and n != "expat_CAPI"], [n for n in dir(p) if not n.startswith("__")])
print(len(pyexpat.errors.codes), pyexpat.errors.codes[pyexpat.errors.XML_ERROR_SYNTAX], pyexpat.errors.messages[4], vars(pyexpat.model) == {k: getattr(pyexpat.model, k) for k in dir(pyexpat.model)}, [(n, getattr(pyexpat.model, n)) for n in dir(pyexpat.model) if n.isupper()])
print(p.__sizeof__(), pyexpat.native_encoding, pyexpat.ExpatError.__mro__)

# A parser in a cycle with its own handlers.
import gc
import weakref


class Holder:
    pass


h = Holder()
h.parser = pyexpat.ParserCreate()
h.parser.StartElementHandler = lambda name, attributes, h=h: None
w = weakref.ref(h)
del h
gc.collect()
print(w())

import random
r = random.Random(5)
kinds = {}
for n in range(2000):
    damaged = bytearray(document)
    for _ in range(r.randrange(1, 4)):
        damaged[r.randrange(len(damaged))] = r.randrange(256)
    p = pyexpat.ParserCreate()
    p.StartElementHandler = p.CharacterDataHandler = p.ElementDeclHandler = p.AttlistDeclHandler = p.EntityDeclHandler = lambda *a: None
    try:
        p.Parse(bytes(damaged), True)
        kind = "fine"
    except (pyexpat.ExpatError, LookupError) as e:
        kind = getattr(e, "code", 18)
    kinds[kind] = kinds.get(kind, 0) + 1
print(sum(kinds.values()), len(kinds) > 5)
