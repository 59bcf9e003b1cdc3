match x:
    case {'a': [1, *_, -2.5], **rest} | A(b=None, c='s') if rest: pass
    case (1 | 2) as n: del n
    case A.B(): ...
    case _: raise
