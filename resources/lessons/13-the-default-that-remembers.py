def collect(item, found=[]):
    found.append(item)
    return found

print(collect(1))
print(collect(2))

def collect_anew(item, found=None):
    if found is None:
        found = []
    found.append(item)
    return found

print(collect_anew(1))
print(collect_anew(2))
# lesson:en: The default argument that remembers
# lesson:en: A default value is made once, when def runs, and belongs to the function. Every call that gives no argument gets an arrow to that same object.
# lesson:ko: 기억하는 기본값
# lesson:ko: 매개변수의 기본값은 def가 실행될 때 한 번 만들어져 함수에 속합니다. 인수를 주지 않은 호출은 모두 그 같은 객체를 가리키게 됩니다.
# picture: 2
# detail: objects
# at line 5:
# lesson:en: def made the function, and with it an empty list, its default for found.
# lesson:ko: def가 함수를 만들면서 found의 기본값인 빈 리스트도 만들었습니다.
# at line 2:
# lesson:en: No list was passed, so found refers to the function's own list.
# lesson:ko: 리스트를 넘기지 않았으므로 found는 함수가 가진 리스트를 가리킵니다.
# at line 6:
# lesson:en: The frame is gone, the list stays with the function, and 1 is in it.
# lesson:ko: 프레임은 사라졌지만 리스트는 함수에 남아 있고, 그 안에 1이 들어 있습니다.
# ask:en: What will line 6 print?
# ask:ko: 6행은 무엇을 출력할까요?
# answer:en: [2]
# answer:en:* [1, 2]
# answer:ko: [2]
# answer:ko:* [1, 2]
# why:en: The second call gets an arrow to the same list as the first one did.
# why:ko: 두 번째 호출도 첫 번째와 같은 리스트를 가리킵니다.
# at line 11:
# lesson:en: The usual way: the default is None, and line 10 makes a new list in each call.
# lesson:ko: 흔히 쓰는 방법입니다. 기본값을 None으로 두고, 호출할 때마다 10행이 새 리스트를 만듭니다.
# at line 15:
# lesson:en: The list of the first call is gone: only its frame referred to it. Edit a copy: what if you keep the result of line 14 under a name?
# lesson:ko: 첫 호출의 리스트는 사라졌습니다. 그 호출의 프레임만 가리키고 있었습니다. 사본을 고쳐 보세요. 14행의 결과에 이름을 붙이면 어떻게 될까요?
