import copy

row = [1, 2]
table = [row, row]
same = table
shallow = table.copy()
deep = copy.deepcopy(table)

row.append(3)
print(same[0], shallow[0], deep[0])
print(deep[0] is deep[1])
# lesson:en: A copy of arrows
# lesson:en: copy() makes a new list with the same arrows: the items are not copied. deepcopy() copies what the arrows lead to as well.
# lesson:ko: 화살표만 복사하기
# lesson:ko: copy()는 화살표가 같은 새 리스트를 만듭니다. 항목은 복사되지 않습니다. deepcopy()는 화살표가 가리키는 것까지 복사합니다.
# picture: 7
# detail: objects
# at line 5:
# lesson:en: table holds two arrows to one list, row. Its items are not two rows but one, twice. Line 5 is about to make another name.
# lesson:ko: table에는 한 리스트 row로 가는 화살표가 둘 있습니다. 행이 두 개가 아니라 한 행이 두 번 들어 있습니다. 곧 5행이 이름을 하나 더 만듭니다.
# predict: object
# at line 7:
# lesson:en: same is another name for table. shallow is a new list, made by copy(). Draw the arrows: where do the items of shallow lead?
# lesson:ko: same은 table의 또 다른 이름입니다. shallow는 copy()로 만든 새 리스트입니다. 화살표를 그려 보세요. shallow의 항목은 어디로 이어질까요?
# draw:
# at line 9:
# lesson:en: deep is a new list with a new row. Line 9 is about to append 3 to row.
# lesson:ko: deep은 새 행을 가진 새 리스트입니다. 9행은 row에 3을 덧붙입니다.
# ask:en: In which of them will the 3 be seen?
# ask:ko: 3은 어디에서 보일까요?
# answer:en: In same only.
# answer:en:* In same and shallow, not in deep.
# answer:en: In all three.
# answer:ko: same에서만
# answer:ko:* same과 shallow에서. deep에서는 보이지 않습니다.
# answer:ko: 셋 모두에서
# why:en: The row that changes is reached from same and from shallow. deep has a row of its own.
# why:ko: 바뀌는 행은 same으로도 shallow로도 갈 수 있습니다. deep에는 따로 복사된 행이 있습니다.
# at line 10:
# lesson:en: One row has changed, and whoever leads there shows it.
# lesson:ko: 행 하나가 바뀌었고, 그리로 가는 모든 곳에서 바뀐 것이 보입니다.
# at line 11:
# lesson:en: deepcopy keeps together what belongs together: deep[0] and deep[1] are one row too. Edit a copy: what if table is [[1, 2], [1, 2]]?
# lesson:ko: deepcopy는 원래 함께 쓰던 것은 복사본에서도 함께 쓰게 합니다. deep[0]과 deep[1]도 한 행입니다. 사본을 고쳐 보세요. table이 [[1, 2], [1, 2]]라면 어떻게 될까요?
