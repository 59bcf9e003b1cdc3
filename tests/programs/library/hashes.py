# The digests of _hashlib and of _md5, _sha1, _sha2, _sha3, _blake2: values, pieces, copies, and what goes wrong.
import _blake2
import _hashlib
import _md5
import _sha1
import _sha2
import _sha3

data = b"".join(b"line %d of the text\n" % (i * i) for i in range(400))


def tell(what, call, *args, **kwargs):
    try:
        result = call(*args, **kwargs)
    except Exception as e:
        print(what, "->", type(e).__module__, type(e).__name__, e)
    else:
        print(what, "->", result)


plain = [_md5.md5, _sha1.sha1, _sha2.sha224, _sha2.sha256, _sha2.sha384, _sha2.sha512, _sha3.sha3_224, _sha3.sha3_256, _sha3.sha3_384,
         _sha3.sha3_512, _blake2.blake2b, _blake2.blake2s] + [f for f in _hashlib._constructors if "shake" not in f.__name__]
shakes = [_sha3.shake_128, _sha3.shake_256, _hashlib.openssl_shake_128, _hashlib.openssl_shake_256]
for make in plain:
    h = make()
    print(make.__name__, h.name, h.digest_size, h.block_size, h.hexdigest())
    h.update(data)
    other = h.copy()
    other.update(b"other")
    pieces = make(data[:1])
    for i in range(1, len(data), 77):
        pieces.update(memoryview(data)[i:i + 77])
    print(h.hexdigest(), h.digest() == bytes.fromhex(h.hexdigest()), other.hexdigest() == make(data + b"other").hexdigest(),
          pieces.digest() == h.digest(), type(h).__name__, h.__sizeof__(), type(other) is type(h))
    tell("str", make, "text")
    tell("int", make, 5)
    tell("two", make, b"", b"")
    tell("update", h.update, "text")
    tell("update", h.update, None)
    tell("update", h.update)
    tell("digest", h.digest, 5)
    tell("security", lambda: make(b"abc", usedforsecurity=False).hexdigest() == make(b"abc").hexdigest())
    tell("name", lambda: make(strng=b""))
    print([n for n in dir(h) if not n.startswith("__")])
for make in shakes:
    h = make(data)
    print(make.__name__, h.name, h.digest_size, h.block_size, h.hexdigest(5), h.digest(0), h.hexdigest(200)[-20:], len(h.digest(100000)))
    print(h.copy().digest(10) == h.digest(10), [n for n in dir(h) if not n.startswith("__")])
    tell("none", h.digest)
    tell("text", h.digest, "a")
    tell("float", h.hexdigest, 1.0)
for make in shakes[:2]:
    tell("huge", make().digest, 2**29)
    tell("huge", make().hexdigest, 2**70)
    tell("negative", make().digest, -1)
    print(make()._capacity_bits, make()._rate_bits, make()._suffix)
print([(f()._capacity_bits, f()._rate_bits, f()._suffix) for f in plain[6:10]])
tell("huge", shakes[2]().digest, 2**70)
for t in type(_md5.md5()), type(_sha1.sha1()), _sha2.SHA224Type, _sha2.SHA256Type, _sha2.SHA384Type, _sha2.SHA512Type, _hashlib.HASH, _hashlib.HASHXOF, _hashlib.HMAC:
    print(t, t.__mro__)
    tell("new", t)
print(repr(_hashlib.openssl_md5()).split(" @")[0], repr(_hashlib.openssl_shake_128()).split(" @")[0], repr(_hashlib.hmac_new(b"", b"", "md5")).split(" @")[0])
print([[n for n in dir(m) if not n.startswith("__") and n != "implementation"] for m in (_md5, _sha1, _sha2, _sha3, _blake2, _hashlib)])
# OpenSSL 3.5 has truncated ones more, as sha2-256/192.
print(sorted(name for name in _hashlib.openssl_md_meth_names if "/" not in name), _hashlib.get_fips_mode(), _hashlib._constructors)

# By name.
for name in "md5", "MD5", "sha256", "SHA512", "sha3_256", "sha512_256", "sha512_224", "blake2b", "blake2s", "ripemd160", "sm3", "md5-sha1":
    h = _hashlib.new(name, data)
    print(name, h.name, h.digest_size, h.block_size, h.hexdigest())
print(_hashlib.new("shake_128", b"abc").hexdigest(9), _hashlib.new(name="md5", string=b"abc", usedforsecurity=False).hexdigest())
tell("no such", _hashlib.new, "no such")
tell("empty", _hashlib.new, "")
tell("int", _hashlib.new, 5)
tell("zero", _hashlib.new, "md5\0")
tell("none", _hashlib.new)
tell("bytes", _hashlib.new, b"md5")

# BLAKE2 with all that it takes.
for make, big in (_blake2.blake2b, 64), (_blake2.blake2s, 32):
    print(make.SALT_SIZE, make.PERSON_SIZE, make.MAX_KEY_SIZE, make.MAX_DIGEST_SIZE)
    print(make(data, digest_size=7).hexdigest(), make(data, key=b"secret").hexdigest()[:30], make(data, salt=b"salt").hexdigest()[:30])
    print(make(data, person=b"person").hexdigest()[:30], make(data, key=bytes(big), salt=b"s" * make.SALT_SIZE, person=b"p" * make.PERSON_SIZE).hexdigest()[:30])
    leaves = [make(data[i * 2000:i * 2000 + 2000], fanout=2, depth=2, leaf_size=2000, inner_size=big, node_offset=i, node_depth=0, last_node=i == 1) for i in range(2)]
    root = make(b"", digest_size=big, fanout=2, depth=2, leaf_size=2000, inner_size=big, node_offset=0, node_depth=1, last_node=True)
    for leaf in leaves:
        root.update(leaf.digest())
    print(root.hexdigest())
    h = make(b"a", key=b"k", digest_size=20)
    print(h.copy().hexdigest(), h.digest_size, h.name, h.block_size)
    tell("digest_size", make, digest_size=0)
    tell("digest_size", make, digest_size=big + 1)
    tell("digest_size", make, digest_size=2**40)
    tell("key", make, key=bytes(big + 1))
    tell("key", make, key="a")
    tell("salt", make, salt=bytes(17))
    tell("person", make, person=bytes(17))
    tell("fanout", make, fanout=256)
    tell("fanout", make, fanout=-1)
    tell("depth", make, depth=0)
    tell("depth", make, depth=256)
    tell("leaf_size", make, leaf_size=2**32)
    tell("leaf_size", make, leaf_size=-1)
    tell("leaf_size", make, leaf_size=2**80)
    tell("node_offset", make, node_offset=2**64)
    tell("node_offset", lambda: make(node_offset=2**48).hexdigest())
    tell("node_offset", make, node_offset=-1)
    tell("node_depth", make, node_depth=256)
    tell("inner_size", make, inner_size=big + 1)
    tell("inner_size", make, inner_size=-1)
    tell("data by name", make, data=b"")
    tell("no such", make, no=1)

# HMAC and key derivation.
for name in "md5", "sha1", "sha256", "sha512", "sha3_256", "blake2s":
    h = _hashlib.hmac_new(b"key", b"abc", name)
    h.update(data)
    c = h.copy()
    c.update(msg=b"x")
    print(h.name, h.digest_size, h.block_size, h.hexdigest(), h.digest() == _hashlib.hmac_digest(b"key", b"abc" + data, name), c.hexdigest()[:20])
print(_hashlib.hmac_new(b"k" * 300, digestmod=_hashlib.openssl_sha256).hexdigest(), _hashlib.hmac_digest(b"k" * 300, b"", _hashlib.openssl_sha256).hex())
print([n for n in dir(h) if not n.startswith("__")], h.__sizeof__())
tell("no digest", _hashlib.hmac_new, b"key", b"")
tell("no such", _hashlib.hmac_new, b"key", b"", "no such")
tell("shake", _hashlib.hmac_new, b"key", b"", "shake_128")
tell("function", _hashlib.hmac_new, b"key", b"", len)
tell("int", _hashlib.hmac_new, b"key", b"", 5)
tell("str", _hashlib.hmac_new, "key", b"", "md5")
tell("str", _hashlib.hmac_new, b"key", "", "md5")
tell("str", h.update, "text")
tell("digest", _hashlib.hmac_digest, b"key", b"", "no such")
tell("digest", _hashlib.hmac_digest, b"key", "", "md5")
tell("digest", _hashlib.hmac_digest, b"key", b"")
for args in ("sha1", b"password", b"salt", 1), ("sha256", b"", b"", 100, 70), ("sha512", b"p" * 300, b"salt", 3, 5), ("md5", b"pass\0word", b"sa\0lt", 4096, 16):
    print(_hashlib.pbkdf2_hmac(*args).hex())
tell("iterations", _hashlib.pbkdf2_hmac, "sha1", b"", b"", 0)
tell("iterations", _hashlib.pbkdf2_hmac, "sha1", b"", b"", -1)
tell("iterations", _hashlib.pbkdf2_hmac, "sha1", b"", b"", 2**31)
tell("iterations", _hashlib.pbkdf2_hmac, "sha1", b"", b"", 2**70)
tell("length", _hashlib.pbkdf2_hmac, "sha1", b"", b"", 1, 0)
tell("length", _hashlib.pbkdf2_hmac, "sha1", b"", b"", 1, -5)
tell("length", _hashlib.pbkdf2_hmac, "sha1", b"", b"", 1, 2**31)
tell("length", _hashlib.pbkdf2_hmac, "sha1", b"", b"", 1, "a")
tell("length", _hashlib.pbkdf2_hmac, "sha1", b"", b"", 1, None)
tell("no such", _hashlib.pbkdf2_hmac, "no such", b"", b"", 1)
tell("str", _hashlib.pbkdf2_hmac, "sha1", "", b"", 1)
tell("int", _hashlib.pbkdf2_hmac, 5, b"", b"", 1)
print(_hashlib.scrypt(b"password", salt=b"NaCl", n=1024, r=8, p=16).hex(), _hashlib.scrypt(b"", salt=b"", n=16, r=1, p=1, dklen=10).hex())
good = dict(salt=b"", n=16, r=1, p=1)
for change in dict(salt=None), dict(n=None), dict(n=15), dict(n=1), dict(n="a"), dict(n=-2), dict(n=2**80), dict(r=None), dict(r=0), dict(r=2**40), dict(p=None), dict(p=0), dict(p="a"), dict(maxmem=-1), dict(maxmem=2**31), dict(dklen=0), dict(dklen=2**31), dict(n=2**20, r=8), dict(salt="a"):
    tell(f"scrypt {change}", _hashlib.scrypt, b"", **good | change)
tell("scrypt", _hashlib.scrypt, "a", **good)
tell("scrypt", _hashlib.scrypt, b"a")

print(_hashlib.compare_digest("abc", "abc"), _hashlib.compare_digest(b"abc", bytearray(b"abd")), _hashlib.compare_digest("abc", "abcd"), _hashlib.compare_digest(b"", b""))
tell("mixed", _hashlib.compare_digest, "abc", b"abc")
tell("wide", _hashlib.compare_digest, "\xe9", "\xe9")
tell("ints", _hashlib.compare_digest, 1, 1)
tell("one", _hashlib.compare_digest, b"a")
