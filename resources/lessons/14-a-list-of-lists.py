wrong = [[0] * 3] * 3
wrong[0][0] = 7
print(wrong)

right = []
for _ in range(3):
    right.append([0] * 3)
right[0][0] = 7
print(right)
# lesson:en: A list of lists
# lesson:en: * repeats arrows, not objects. [[0] * 3] * 3 is a list with three arrows to one row.
# lesson:ko: 리스트의 리스트
# lesson:ko: *는 객체가 아니라 화살표를 되풀이합니다. [[0] * 3] * 3은 한 행을 가리키는 화살표가 세 개 있는 리스트입니다.
# picture: 2
# detail: objects
# at line 2:
# lesson:en: There is one row, and three arrows lead to it.
# lesson:ko: 행은 하나뿐이고, 화살표 세 개가 그리로 갑니다.
# ask:en: Line 2 sets wrong[0][0] to 7. What will line 3 print?
# ask:ko: 2행은 wrong[0][0]을 7로 바꿉니다. 3행은 무엇을 출력할까요?
# answer:en: [[7, 0, 0], [0, 0, 0], [0, 0, 0]]
# answer:en:* [[7, 0, 0], [7, 0, 0], [7, 0, 0]]
# answer:en: [[7, 7, 7], [0, 0, 0], [0, 0, 0]]
# answer:ko: [[7, 0, 0], [0, 0, 0], [0, 0, 0]]
# answer:ko:* [[7, 0, 0], [7, 0, 0], [7, 0, 0]]
# answer:ko: [[7, 7, 7], [0, 0, 0], [0, 0, 0]]
# why:en: The one row changes, and it is seen three times.
# why:ko: 하나뿐인 행이 바뀌고, 그것이 세 번 보입니다.
# at line 3:
# lesson:en: One cell of one row was changed. wrong shows it in each of its three items.
# lesson:ko: 한 행의 한 칸이 바뀌었습니다. wrong에서는 세 항목 모두에서 보입니다.
# at line 8:
# lesson:en: Here each turn of the loop made a row and appended it. Draw the arrows of both lists: how many rows has each?
# lesson:ko: 여기서는 반복할 때마다 행을 만들어 덧붙였습니다. 두 리스트의 화살표를 그려 보세요. 행은 각각 몇 개일까요?
# draw:
# at line 9:
# lesson:en: Only the first row has changed. Edit a copy: what if line 7 appends wrong[0] instead?
# lesson:ko: 첫 행만 바뀌었습니다. 사본을 고쳐 보세요. 7행에서 wrong[0]을 덧붙이면 어떻게 될까요?
