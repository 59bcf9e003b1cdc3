import sys

numbers = []
last = sys.getsizeof(numbers)
for i in range(10):
    numbers.append(i)
    size = sys.getsizeof(numbers)
    if size != last:
        print(len(numbers), "items:", size, "bytes")
        last = size
# lesson:en: Lists grow in jumps
# lesson:en: A list keeps its arrows in one block of memory. When the block is full, CPython takes a larger one with room to spare, so that not every append has to move everything.
# lesson:ko: 리스트는 껑충껑충 자란다
# lesson:ko: 리스트는 화살표들을 메모리 블록 하나에 둡니다. 블록이 차면 CPython은 여유가 있는 더 큰 블록을 얻습니다. 그래서 append할 때마다 모두 옮길 필요가 없습니다.
# picture: 7
# detail: bytes
# at line 5:
# lesson:en: An empty list takes 56 bytes and has room for no item yet.
# lesson:ko: 빈 리스트는 56바이트이고, 아직 항목을 둘 자리가 없습니다.
# at line 7:
# lesson:en: The first append took room for four items at once: 32 bytes more, 88 in all.
# lesson:ko: 첫 append가 항목 네 개의 자리를 한꺼번에 얻었습니다. 32바이트가 늘어 모두 88바이트입니다.
# at line 6:5:
# lesson:en: Four items are in the list, and its room is full. Line 6 is about to append the fifth.
# lesson:ko: 항목 네 개가 들어 자리가 찼습니다. 6행은 다섯째 항목을 덧붙입니다.
# ask:en: How many bytes will the list take then?
# ask:ko: 그러면 리스트는 몇 바이트가 될까요?
# answer:en: 96: one item more, 8 bytes more.
# answer:en:* 120: room for eight items.
# answer:en: 88 still, because lists do not change their size.
# answer:ko: 항목이 하나 늘어 8바이트가 더해진 96
# answer:ko:* 항목 여덟 개의 자리가 있는 120
# answer:ko: 리스트의 크기는 바뀌지 않으므로 그대로 88
# why:en: The list takes a larger block with room to spare: 56 bytes and 8 × 8. The next three appends cost nothing more.
# why:ko: 리스트는 여유가 있는 더 큰 블록을 얻습니다. 56바이트에 8 × 8바이트를 더한 크기입니다. 다음 세 번의 append에는 더 들지 않습니다.
# at line 7:5:
# lesson:en: 120 bytes, five items, three places to spare.
# lesson:ko: 120바이트에 항목이 다섯, 남은 자리가 셋입니다.
# at line 7:9:
# lesson:en: The ninth item: 184 bytes, room for sixteen. Edit a copy: what if the list is made as [0] * 10 at once?
# lesson:ko: 아홉째 항목에서 184바이트, 열여섯 자리가 되었습니다. 사본을 고쳐 보세요. 리스트를 한 번에 [0] * 10으로 만들면 어떻게 될까요?
