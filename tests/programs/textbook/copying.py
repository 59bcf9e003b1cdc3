import copy


class Box:
    def __init__(self, content):
        self.content = content


inner = [1, 2]
outer = [inner, inner, {"k": inner}]
shallow = copy.copy(outer)
deep = copy.deepcopy(outer)
inner.append(3)
print(outer, shallow, deep)
print(shallow[0] is inner, deep[0] is inner, deep[0] is deep[1], deep[2]["k"] is deep[0])
box = Box([1])
twin, clone = copy.copy(box), copy.deepcopy(box)
box.content.append(2)
print(twin.content, clone.content)
ring = [1]
ring.append(ring)
copied = copy.deepcopy(ring)
print(copied[1] is copied, copied)
