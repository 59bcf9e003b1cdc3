class ExampleClass:
    def __init__(self, value):
        self.value = value

def make():
    made = ExampleClass(10)
    return made

first = make()
second = first
second.value = 99
print(first.value)
# lesson:en: Objects outlive the call
# lesson:en: An object made in a function does not go with the function's frame. It stays while anything refers to it, under whatever names.
# lesson:ko: 객체는 함수보다 오래 산다
# lesson:ko: 함수 안에서 만든 객체는 함수의 프레임과 함께 사라지지 않습니다. 어떤 이름으로든 가리키는 것이 있는 동안 남습니다.
# picture: 11
# detail: objects
# at line 7:
# lesson:en: The new ExampleClass object lies in the heap. Name made, in the frame of make, refers to it.
# lesson:ko: 새 ExampleClass 객체가 힙에 있습니다. make의 프레임에 있는 이름 made가 그 객체를 가리킵니다.
# at line 10:
# lesson:en: The frame of make is gone, and the name made with it. The object is still there: the global name first refers to it now.
# lesson:ko: make의 프레임과 이름 made는 사라졌습니다. 객체는 그대로 있고, 이제 전역 이름 first가 가리킵니다.
# ask:en: Line 10 gives a second name to an object that is there already. Which one?
# ask:ko: 10행은 이미 있는 객체에 두 번째 이름을 붙입니다. 어느 객체일까요?
# answer:-> first
# why:en: The right side of = is the object that first refers to. Assignment makes a name refer to it and copies nothing.
# why:ko: = 의 오른쪽은 first가 가리키는 객체입니다. 대입은 이름이 그 객체를 가리키게 할 뿐, 아무것도 복사하지 않습니다.
# at line 11:
# lesson:en: second = first made no second object. Two arrows lead to one object.
# lesson:ko: second = first는 객체를 새로 만들지 않았습니다. 화살표 두 개가 한 객체로 이어집니다.
# ask:en: Line 11 sets second.value to 99. What will line 12 print?
# ask:ko: 11행은 second.value를 99로 바꿉니다. 12행은 무엇을 출력할까요?
# answer:en: 10, because first was not changed.
# answer:en:* 99, because both names refer to the same object.
# answer:ko: first를 바꾸지 않았으므로 10
# answer:ko:* 두 이름이 같은 객체를 가리키므로 99
# why:en: The attribute belongs to the object, not to a name. Whoever reaches the object, by any name, sees the change.
# why:ko: 속성은 이름이 아니라 객체의 것입니다. 어느 이름으로 가더라도 바뀐 속성이 보입니다.
# at line 12:
# lesson:en: The one object has changed; first and second still refer to it. Edit a copy: what if line 10 is second = make()?
# lesson:ko: 객체 하나가 바뀌었고, first와 second는 여전히 그 객체를 가리킵니다. 사본을 고쳐 보세요. 10행이 second = make()라면 어떻게 될까요?
