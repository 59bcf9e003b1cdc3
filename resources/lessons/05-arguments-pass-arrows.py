def append_to(box, item):
    box.append(item)

def replace(box):
    box = [0]
    return box

mine = [1, 2]
append_to(mine, 3)
print(mine)
other = replace(mine)
print(mine, other)
# lesson:en: Arguments pass arrows
# lesson:en: A call gives the function's names arrows to the very objects that were passed. So a function can change an object that the caller knows, but it cannot make the caller's name refer to another one.
# lesson:ko: 인자로 넘어가는 것은 화살표
# lesson:ko: 함수를 부르면 매개변수가 넘겨받은 바로 그 객체를 가리킵니다. 그래서 함수는 부른 쪽이 아는 객체를 바꿀 수 있지만, 부른 쪽의 이름이 다른 객체를 가리키게 할 수는 없습니다.
# picture: 2
# detail: objects
# at line 2:
# lesson:en: The call gave box an arrow to the list that mine refers to. Two names, one list; nothing was copied.
# lesson:ko: 호출하면서 box는 mine이 가리키는 리스트를 가리키게 되었습니다. 이름은 둘, 리스트는 하나입니다. 복사된 것은 없습니다.
# at line 10:
# lesson:en: append changed the list itself. The frame with box is gone, and mine shows the change.
# lesson:ko: append는 리스트 자체를 바꾸었습니다. box가 있던 프레임은 사라졌고, mine으로 보아도 바뀐 리스트가 보입니다.
# at line 5:
# lesson:en: Again box and mine refer to the same list. Line 5 is about to give the name box another list.
# lesson:ko: 이번에도 box와 mine은 같은 리스트를 가리킵니다. 5행은 이름 box가 다른 리스트를 가리키게 합니다.
# ask:en: What will mine refer to after line 5?
# ask:ko: 5행이 실행되고 나면 mine은 무엇을 가리킬까요?
# answer:en: The new list [0], because box and mine are the same.
# answer:en:* The same list as before: only the arrow of box moves.
# answer:en: Nothing, because its list was replaced.
# answer:ko: box와 mine은 같으므로 새 리스트 [0]
# answer:ko:* 전과 같은 리스트. box의 화살표만 옮겨 갑니다.
# answer:ko: 리스트가 바뀌었으므로 아무것도 가리키지 않습니다.
# why:en: An assignment moves the arrow of one name. The name mine is in another frame, and its arrow stays where it is.
# why:ko: 대입은 이름 하나의 화살표를 옮깁니다. 이름 mine은 다른 프레임에 있고, 그 화살표는 그대로입니다.
# at line 6:
# lesson:en: Line 5 has run. Draw the arrows of box and mine: one of them has moved.
# lesson:ko: 5행이 실행되었습니다. box와 mine의 화살표를 그려 보세요. 둘 가운데 하나가 옮겨졌습니다.
# draw:
# at line 12:
# lesson:en: The new list came back as the result, under the name other. Edit a copy: what if line 5 were box[0] = 0?
# lesson:ko: 새 리스트는 결과로 반환되어 이름 other가 붙었습니다. 사본을 고쳐 보세요. 5행이 box[0] = 0이라면 어떻게 될까요?
