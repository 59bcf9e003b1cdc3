class Noisy:
    def __del__(self):
        print("released")

one = Noisy()
two = one
del one
print("one is gone")
del two
print("two is gone")
# lesson:en: When is an object released?
# lesson:en: CPython counts the references to each object. When the count reaches 0, the object is released at that very moment. del removes a name, not an object.
# lesson:ko: 객체는 언제 해제되나
# lesson:ko: CPython은 객체마다 참조가 몇 개인지 셉니다. 참조 횟수가 0이 되는 바로 그 순간 객체가 해제됩니다. del은 이름을 삭제할 뿐, 객체를 삭제하지 않습니다.
# picture: 7
# detail: objects
# at line 6:
# lesson:en: One object, one name: its count is 1. Line 6 is about to give it a second name.
# lesson:ko: 객체 하나에 이름 하나입니다. 참조 횟수는 1입니다. 곧 6행이 두 번째 이름을 붙입니다.
# predict: count
# at line 7:
# lesson:en: Two names refer to the object: its count is 2. Line 7 is about to remove one of the names.
# lesson:ko: 두 이름이 객체를 가리키므로 참조 횟수는 2입니다. 곧 7행이 이름 하나를 삭제합니다.
# ask:en: Will del one release the object?
# ask:ko: del one을 실행하면 객체가 해제될까요?
# answer:en: Yes, del removes the object.
# answer:en:* No: two still refers to it.
# answer:ko: 예. del은 객체를 삭제합니다.
# answer:ko:* 아니요. two가 아직 객체를 가리킵니다.
# why:en: One reference fewer leaves a count of 1. Only when the last reference goes is the object released.
# why:ko: 참조가 하나 줄어도 참조 횟수는 1입니다. 마지막 참조가 없어질 때 비로소 객체가 해제됩니다.
# at line 9:
# lesson:en: Name one is removed, the object is still there. Its count is 1.
# lesson:ko: 이름 one은 삭제되었지만 객체는 그대로 있습니다. 참조 횟수는 1입니다.
# at line 10:
# lesson:en: The last name went in line 9, the count reached 0, and __del__ ran at that moment: see the output. The block of memory is reusable now. Edit a copy: what if line 6 is two = [one]?
# lesson:ko: 9행에서 마지막 이름이 삭제되어 참조 횟수가 0이 되었고, 바로 그때 __del__이 실행되었습니다. 출력을 보세요. 이제 메모리 블록은 재사용할 수 있습니다. 사본을 고쳐 보세요. 6행이 two = [one]이라면 어떻게 될까요?
