def f(a):
    return a + 1
x = f([1][0])
# lesson:en: Title
# First line.
# lesson:ko: 제목
# picture: 2
# detail: bytes
# boxes: all
# hint:en: Press
# at line 2:
# lesson:en: Look.
# ask:en: What?
# answer:en: wrong
# answer:en:* right
# why:en: because
# at line 3:2:
# ask:en: Which?
# answer:-> x.next[0]
