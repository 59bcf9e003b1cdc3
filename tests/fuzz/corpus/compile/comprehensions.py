[(i, j) for i in range(3) if i for j in (k for k in [i])]
{a: {b for b in a} async for a in x}
