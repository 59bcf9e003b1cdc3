import gc

class Person:
    def __init__(self, name):
        self.name = name
        self.friend = None

gc.disable()
ann = Person("Ann")
bob = Person("Bob")
ann.friend = bob
bob.friend = ann
del ann
del bob
print("no name leads there")
print(gc.collect(), "objects collected")
# lesson:en: A cycle and its collector
# lesson:en: Two objects that refer to each other keep their counts above 0, even when nothing else leads to them. CPython's collector finds such cycles from time to time.
# lesson:ko: 순환 참조와 순환 GC
# lesson:ko: 서로를 가리키는 두 객체는 다른 곳에서 갈 길이 없어도 참조 횟수가 0이 되지 않습니다. 이런 순환은 CPython의 순환 GC가 이따금 찾아내 수거합니다.
# picture: 13
# detail: objects
# at line 13:
# lesson:en: Each person has two references: one from a name, one from the other's attribute friend. Line 13 is about to remove the name ann.
# lesson:ko: 두 사람 모두 참조가 둘입니다. 하나는 이름에서, 하나는 상대의 속성 friend에서 옵니다. 곧 13행이 이름 ann을 삭제합니다.
# predict: released
# at line 14:
# lesson:en: Name ann is gone. Her object stays: bob.friend leads to it.
# lesson:ko: 이름 ann이 삭제되었습니다. 객체는 남아 있습니다. bob.friend로 갈 수 있습니다.
# ask:en: Line 14 removes the last name. Will the two objects be released?
# ask:ko: 14행은 마지막 이름을 삭제합니다. 두 객체가 해제될까요?
# answer:en: Yes, because no name leads to them.
# answer:en:* Not by counting: each still has one reference, from the other.
# answer:ko: 가리키는 이름이 없으므로 해제됩니다.
# answer:ko:* 참조 횟수로는 해제되지 않습니다. 저마다 상대에게서 오는 참조가 하나 있습니다.
# why:en: A count says how many arrows lead to an object, not where they come from. The counts stay at 1.
# why:ko: 참조 횟수는 화살표가 몇 개인지 말할 뿐, 어디에서 오는지는 말하지 않습니다. 참조 횟수는 1로 남습니다.
# at line 15:
# lesson:en: The two objects are hatched: nothing in the program leads to them any more, and their counts are 1. This is garbage. In the window the Garbage tab lists it, and says what keeps the counts up.
# lesson:ko: 두 객체가 빗금으로 그려졌습니다. 프로그램의 어디에서도 갈 수 없지만 참조 횟수는 1입니다. 쓰레기가 된 것입니다. 창의 쓰레기 탭에 그 목록과, 참조 횟수가 줄지 않는 까닭이 나옵니다.
# instrument: garbage
# at line 16:
# lesson:en: Line 16 asks the collector to look, as line 8 had switched off its looking by itself. Edit a copy: what if only ann had a friend?
# lesson:ko: 16행은 순환 GC를 실행합니다. 순환 GC가 저절로 실행되는 기능은 8행에서 꺼 두었습니다. 사본을 고쳐 보세요. friend가 ann에게만 있다면 어떻게 될까요?
