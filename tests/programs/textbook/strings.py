def is_palindrome(text):
    letters = [c.lower() for c in text if c.isalpha()]
    return letters == letters[::-1]


print(is_palindrome("A man, a plan, a canal: Panama"), is_palindrome("memory"))


def caesar(text, shift):
    result = ""
    for c in text:
        if c.isalpha():
            base = ord("A") if c.isupper() else ord("a")
            c = chr((ord(c) - base + shift) % 26 + base)
        result += c
    return result


secret = caesar("Hello, World!", 3)
print(secret, caesar(secret, -3))
word = "memory"
print(word[1:4], word[::-1], word.find("mo"), word.replace("m", "M"), word.center(12, "*"), word * 2)
print(" a, b ,c ".strip().split(","), "-".join("abc"), "%s is %d years and %.1f" % ("Kim", 30, 1.75))
print(f"{word!r:>10}|{3.14159:8.3f}|{255:#06x}|{1234567:,}|{0.25:%}|{word:^10}|{'가나'}")
print("한글".encode(), len("한글"), b"bytes".decode(), "naïve".upper(), "ß".upper())
vowels = {v: word.count(v) for v in "aeiou" if v in word}
print(vowels, sorted(set(word)), "mem" in word, word.partition("o"), word.title())
