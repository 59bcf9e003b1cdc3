def make_counter():
    count = 0
    def step():
        nonlocal count
        count += 1
        return count
    return step

first = make_counter()
second = make_counter()
print(first(), first())
print(second())
# lesson:en: A variable that outlives its frame
# lesson:en: A function that is made in a call can go on using the call's variables. Such a variable is not kept in the frame but in a cell of the heap, which the function holds.
# lesson:ko: 프레임보다 오래 사는 변수
# lesson:ko: 호출 안에서 만들어진 함수는 그 호출의 변수를 계속 쓸 수 있습니다. 그런 변수는 프레임이 아니라 힙의 셀에 있고, 함수가 그 셀을 가집니다.
# picture: 10
# detail: objects
# at line 7:
# lesson:en: step was made inside make_counter, and uses its variable count.
# lesson:ko: step은 make_counter 안에서 만들어졌고, 그 변수 count를 씁니다.
# at line 10:
# lesson:en: The frame of make_counter is gone. count is not: the function that first refers to holds it.
# lesson:ko: make_counter의 프레임은 사라졌지만 count는 남았습니다. first가 가리키는 함수가 가지고 있습니다.
# at line 11:
# lesson:en: A second call made a second function, with a count of its own.
# lesson:ko: 두 번째 호출은 두 번째 함수를 만들었고, 그 함수에는 자기 count가 있습니다.
# at line 12:
# lesson:en: first was called twice, so its count is 2.
# lesson:ko: first를 두 번 불렀으므로 그 count는 2입니다.
# ask:en: What will line 12 print?
# ask:ko: 12행은 무엇을 출력할까요?
# answer:en: 3, because count goes on.
# answer:en:* 1, because second has a count of its own.
# answer:ko: count가 이어지므로 3
# answer:ko:* second에는 자기 count가 있으므로 1
# why:en: Each call of make_counter made a variable and a function that holds it. Edit a copy: what if count is a global variable instead?
# why:ko: make_counter를 부를 때마다 변수 하나와 그것을 가진 함수 하나가 만들어졌습니다. 사본을 고쳐 보세요. count가 전역 변수라면 어떻게 될까요?
