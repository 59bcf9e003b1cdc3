a = [1, 2]
b = [1, 2]
c = a
print(a == b, a is b)
print(a == c, a is c)

small = 256
print(small is int("256"))
large = 257
print(large is int("257"))
print(large == int("257"))
# lesson:en: Equal or the same?
# lesson:en: == asks whether two objects have equal values. is asks whether they are one and the same object. Two lists can be equal without being the same.
# lesson:ko: 값이 같은가, 같은 객체인가
# lesson:ko: ==는 두 객체의 값이 같은지 묻고, is는 둘이 한 객체인지 묻습니다. 값이 같아도 서로 다른 리스트일 수 있습니다.
# picture: 4
# detail: objects
# boxes: all
# at line 3:
# lesson:en: a and b refer to lists with equal items. Line 3 is about to make the name c.
# lesson:ko: a와 b는 항목이 같은 리스트를 가리킵니다. 곧 3행이 이름 c를 만듭니다.
# predict: object
# at line 4:
# lesson:en: Three names and two lists. a and c refer to one of them; the list of b has equal items and is another object.
# lesson:ko: 이름은 셋, 리스트는 둘입니다. a와 c는 한 리스트를 가리킵니다. b의 리스트는 항목이 같지만 다른 객체입니다.
# at line 8:
# lesson:en: CPython keeps the integers from -5 to 256 ready. int("256") finds the 256 that is there already, so line 8 prints True.
# lesson:ko: CPython은 -5부터 256까지의 정수를 미리 만들어 둡니다. int("256")은 이미 있는 256을 찾아내므로 8행은 True를 출력합니다.
# at line 10:
# lesson:en: The name large refers to an object 257. Line 10 is about to make an integer from the text "257".
# lesson:ko: 이름 large가 객체 257을 가리킵니다. 10행은 문자열 "257"로 정수를 만듭니다.
# ask:en: What will line 10 print?
# ask:ko: 10행은 무엇을 출력할까요?
# answer:en: True, because 257 is 257.
# answer:en:* False: the value is equal, the object is another one.
# answer:ko: 257은 257이므로 True
# answer:ko:* 값은 같지만 다른 객체이므로 False
# why:en: 257 is not among the integers that are kept ready, so int makes a new object. This is a detail of CPython; a program should compare numbers with ==.
# why:ko: 257은 미리 만들어 둔 정수가 아니므로 int가 새 객체를 만듭니다. 이것은 CPython의 구현 사항입니다. 숫자는 ==로 비교하세요.
# at line 11:
# lesson:en: The other 257 was released as soon as line 10 was done with it. == looks at the values, so line 11 prints True. Edit a copy: what if large is -5, or -6?
# lesson:ko: 또 하나의 257은 10행이 다 쓰자마자 해제되었습니다. ==는 값을 비교하므로 11행은 True를 출력합니다. 사본을 고쳐 보세요. large가 -5라면, 또 -6이라면 어떻게 될까요?
