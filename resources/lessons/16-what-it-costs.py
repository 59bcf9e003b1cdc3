import sys

class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

class SlottedPoint:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y

p = Point(1000, 2000)
s = SlottedPoint(1000, 2000)
print(sys.getsizeof(p), sys.getsizeof(s))
p.z = 3000
names = p.__dict__
print(sys.getsizeof(names))
del s
t = SlottedPoint(3000, 4000)
print(t.x)
# lesson:en: What it costs
# lesson:en: A frame is pushed and popped by moving a pointer. An object needs a block of the heap, with a header and room for its attributes. Blocks that are given back are used again.
# lesson:ko: 얼마나 드나
# lesson:ko: 프레임은 포인터를 옮기기만 하면 쌓이고 사라집니다. 객체에는 힙의 블록이 필요합니다. 블록에는 헤더와, 속성을 둘 자리가 있습니다. 돌려준 블록은 다시 쓰입니다.
# picture: 18
# detail: bytes
# at line 5:
# lesson:en: The call of __init__ pushed a frame; it costs nothing in the heap. The object was made just before it.
# lesson:ko: __init__을 부르면서 프레임이 하나 쌓였습니다. 힙에는 드는 것이 없습니다. 객체는 그 직전에 만들어졌습니다.
# at line 18:
# lesson:en: By sys.getsizeof both objects take 48 bytes. The attributes of the Point lie behind it in the same block, which is not counted; their names are kept once for all Points.
# lesson:ko: sys.getsizeof로는 두 객체 모두 48바이트입니다. Point의 속성들은 같은 블록에서 객체 바로 뒤에 있는데 이 자리는 세지 않습니다. 속성의 이름들은 모든 Point가 함께 씁니다.
# at line 20:
# lesson:en: Line 19 asked for the attributes as a dict: 296 bytes more. An object with __slots__ has no such dict.
# lesson:ko: 19행은 속성들을 dict로 달라고 했습니다. 296바이트가 더 듭니다. __slots__가 있는 객체에는 그런 dict가 없습니다.
# at line 22:
# lesson:en: Line 21 released the SlottedPoint, and its block is free. Line 22 is about to make another one.
# lesson:ko: 21행에서 SlottedPoint가 해제되어 그 블록이 비었습니다. 22행은 하나를 새로 만듭니다.
# ask:en: Where will the new object lie?
# ask:ko: 새 객체는 어디에 놓일까요?
# answer:en: Behind all others, at a new address.
# answer:en:* In the block that was just given back.
# answer:ko: 다른 객체들 뒤의 새 주소에
# answer:ko:* 방금 돌려준 블록에
# why:en: The allocator keeps a list of free blocks of each size and hands out the last one given back. So the same address can mean another object later.
# why:ko: 할당기는 크기마다 빈 블록의 목록을 두고, 맨 나중에 돌려받은 것부터 내줍니다. 그래서 같은 주소가 나중에는 다른 객체일 수 있습니다.
# at line 23:
# lesson:en: The address is the one of before. In the window the map of memory shows the block among the others of its size. Edit a copy: what if s is removed after t is made?
# instrument: map
# lesson:ko: 주소가 전과 같습니다. 창의 메모리 지도에서 크기가 같은 블록들 사이에 있는 이 블록을 볼 수 있습니다. 사본을 고쳐 보세요. t를 만든 다음에 s를 삭제하면 어떻게 될까요?
