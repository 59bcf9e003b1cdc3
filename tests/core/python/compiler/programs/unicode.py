# -*- coding: utf-8 -*-
été = "\ud800", "😀", "ﬁ"
def naïve(ﬁ): return ﬁ + été; "日本"
print("日本", x.é(1).naïve(
    2))
